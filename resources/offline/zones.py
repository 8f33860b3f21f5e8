from datetime import datetime
from zoneinfo import ZoneInfo

if SOURCE:
    source = ZoneInfo(SOURCE)
    moment = datetime.now(source)
    if DATE:
        moment = datetime.fromisoformat(DATE).replace(tzinfo=source)
    moment = moment.replace(hour=HOUR, minute=MINUTE, second=0, microsecond=0)
    print('source_time:', moment.strftime('%H:%M'))
    print('source_date:', moment.date())
    print('source_offset:', moment.strftime('%z'))
else:
    moment = datetime.now().astimezone()
target = moment.astimezone(ZoneInfo(TARGET)) if TARGET else moment
print('answer:', target.strftime('%H:%M'))
print('date:', target.date())
print('weekday:', target.weekday())
print('offset:', target.strftime('%z'))
if SOURCE:
    print('days_apart:', (target.date() - moment.date()).days)
