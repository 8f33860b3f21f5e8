from fractions import Fraction


def show(value):
    """Exact when it is short, else 10 significant digits."""
    for places in range(0, 13):
        if (value * 10 ** places).denominator == 1:
            text = str(abs(int(value * 10 ** places))).rjust(places + 1, '0')
            exact = ('-' if value < 0 else '') + (text[:-places] + '.' + text[-places:] if places else text)
            if len(exact) <= 16:
                return exact
    return f'{float(value):.10g}'


value = Fraction(AMOUNT)
base = (value + Fraction(FROM_SHIFT)) * Fraction(FROM_FACTOR)
result = base / Fraction(TO_FACTOR) - Fraction(TO_SHIFT)
print('answer:', show(result))
print('exact:', 'yes' if Fraction(show(result)) == result else 'no')
