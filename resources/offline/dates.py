import calendar
from datetime import date, datetime, timedelta


def day(text):
    return datetime.now().astimezone().date() if text == 'today' else date.fromisoformat(text)


def months_later(start, months):
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


if TASK == 'between':
    a, b = sorted((day(FIRST), day(SECOND)))
    print('answer:', (b - a).days)
    print('first:', a)
    print('second:', b)
    print('weeks:', (b - a).days // 7)
    print('week_days:', (b - a).days % 7)
    months = (b.year - a.year) * 12 + b.month - a.month
    if months_later(a, months) > b:
        months -= 1
    print('years:', months // 12)
    print('months:', months % 12)
    print('days:', (b - months_later(a, months)).days)
    print('order:', 'past' if day(SECOND) < day(FIRST) else 'future')
elif TASK == 'shift':
    start = day(FIRST)
    result = start + timedelta(days=AMOUNT) if UNIT == 'days' else months_later(start, AMOUNT)
    print('answer:', result)
    print('first:', start)
    print('weekday:', result.weekday())
elif TASK == 'weekday':
    start = day(FIRST)
    print('answer:', start.weekday())
    print('first:', start)
    print('week:', start.isocalendar()[1])
    print('day_of_year:', start.timetuple().tm_yday)
elif TASK == 'leap':
    print('answer:', 'yes' if calendar.isleap(YEAR) else 'no')
    print('february:', calendar.monthrange(YEAR, 2)[1])
