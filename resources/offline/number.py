import math
import time

WITNESSES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41)
PROVEN_BELOW = 3317044064679887385961981  # Sorenson and Webster: no composite below passes all thirteen
DEADLINE = time.monotonic() + 20


def is_prime(n):
    """Miller-Rabin; a proof below PROVEN_BELOW."""
    if n < 2:
        return False
    for p in WITNESSES:
        if n % p == 0:
            return n == p
    d, r = n - 1, 0
    while d % 2 == 0:
        d, r = d // 2, r + 1
    for a in WITNESSES:
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(r - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def divisor(n):
    """Pollard's rho in Brent's form; None when the time is up."""
    if n % 2 == 0:
        return 2
    for c in range(1, 50):
        y, m, g, r, q = 2, 128, 1, 1, 1
        while g == 1:
            x = y
            for _ in range(r):
                y = (y * y + c) % n
            k = 0
            while k < r and g == 1:
                ys = y
                for _ in range(min(m, r - k)):
                    y = (y * y + c) % n
                    q = q * abs(x - y) % n
                g = math.gcd(q, n)
                k += m
                if time.monotonic() > DEADLINE:
                    return None
            r *= 2
        if g == n:
            g = 1
            while g == 1:
                ys = (ys * ys + c) % n
                g = math.gcd(abs(x - ys), n)
        if g != n:
            return g
    return None


def factors(n):
    """Prime factors in order, and the part that was not taken apart in time (1 when all was)."""
    found, left, open_parts = [], 1, [n]
    for p in range(2, 10_000):
        while open_parts[0] % p == 0:
            found.append(p)
            open_parts[0] //= p
    while open_parts:
        part = open_parts.pop()
        if part == 1:
            continue
        if is_prime(part):
            found.append(part)
        elif (d := divisor(part)) is None:
            left *= part
        else:
            open_parts += [d, part // d]
    return sorted(found), left


def product(primes):
    return ' * '.join(str(p) if (e := primes.count(p)) == 1 else f'{p}^{e}' for p in dict.fromkeys(primes))


if TASK == 'prime':
    print('answer:', 'yes' if is_prime(N) else 'no')
    if N >= PROVEN_BELOW and is_prime(N):
        print('probable: yes')
    if N > 1 and not is_prime(N):
        primes, left = factors(N)
        if primes and left == 1:
            print('factors:', product(primes))
        elif primes:
            print('divisor:', primes[0])
elif TASK == 'factor' and N < 2:
    print('answer:', N)
elif TASK == 'factor':
    primes, left = factors(N)
    if left == 1:
        print('answer:', product(primes) if primes else str(N))
    else:
        print('answer:', ' * '.join(filter(None, [product(primes), str(left)])))
        print('left:', left)
elif TASK == 'next':
    n = N + 1
    while not is_prime(n):
        n += 1
    print('answer:', n)
elif TASK == 'nth':
    limit = 15 if N < 6 else int(N * (math.log(N) + math.log(math.log(N)))) + 1
    sieve = bytearray([1]) * (limit + 1)
    sieve[0:2] = b'\0\0'
    for p in range(2, math.isqrt(limit) + 1):
        if sieve[p]:
            sieve[p * p::p] = bytes(len(range(p * p, limit + 1, p)))
    place = -1
    for _ in range(N):
        place = sieve.find(1, place + 1)
    print('answer:', place)
