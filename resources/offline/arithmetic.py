from fractions import Fraction
import math
import sys

sys.set_int_max_str_digits(0)


def power(base, exponent):
    if isinstance(exponent, Fraction) and exponent.denominator == 1:
        exponent = int(exponent)
    if isinstance(exponent, int) and isinstance(base, (int, Fraction)):
        size = max(abs(Fraction(base).numerator), Fraction(base).denominator).bit_length()
        if size * abs(exponent) > 200_000:
            raise OverflowError('the result has more than 60,000 digits')
        return Fraction(base) ** exponent
    return float(base) ** float(exponent)


def factorial(n):
    if Fraction(n).denominator != 1 or not 0 <= n <= 10_000:
        raise ValueError('factorials go from 0 to 10000 here')
    return math.factorial(int(n))


def root(x):
    x = Fraction(x) if isinstance(x, int) else x
    if isinstance(x, Fraction) and x >= 0:
        top, bottom = math.isqrt(x.numerator), math.isqrt(x.denominator)
        if top * top == x.numerator and bottom * bottom == x.denominator:
            return Fraction(top, bottom)
    return math.sqrt(x)


def whole(*numbers):
    if any(Fraction(n).denominator != 1 for n in numbers):
        raise ValueError('only whole numbers fit here')
    return [int(n) for n in numbers]


def show(value):
    """Exact where the decimals end, else 15 digits."""
    if isinstance(value, float):
        return (str(int(value)) if value == int(value) and abs(value) < 1e15 else f'{value:.15g}') if math.isfinite(value) else str(value)
    value = Fraction(value)
    if value.denominator == 1:
        return str(value.numerator)
    rest = value.denominator
    twos = (rest & -rest).bit_length() - 1
    rest >>= twos
    fives = 0
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    places = max(twos, fives)
    if rest == 1 and places <= 40:
        digits = str(abs(value.numerator) * 10 ** places // value.denominator).rjust(places + 1, '0')
        return ('-' if value < 0 else '') + digits[:-places] + '.' + digits[-places:]
    return f'{value.numerator / value.denominator:.15g}'


value = EXPRESSION()  # the parsed question; see the first line
text = show(value)
print('answer:', text if len(text) <= 2000 else text[:60] + '...' + text[-20:])
if len(text) > 2000:
    print('digits:', len(text.lstrip('-')))
if isinstance(value, Fraction) and value.denominator != 1 and Fraction(text) != value:
    print('fraction:', f'{value.numerator}/{value.denominator}')
