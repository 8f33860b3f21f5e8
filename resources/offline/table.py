import csv
import io
import json
import os
import re
import warnings
from collections import Counter

import numpy as np
import pandas as pd

warnings.filterwarnings('ignore')
csv.field_size_limit(1 << 24)

MAX_BYTES = 64 << 20  # of text; the rest of a larger file is left out, and said to be
MAX_ROWS = 500_000
MISSING = {'', 'na', 'n/a', 'nan', 'null', 'none', 'nil', '-', '--', '?', '#n/a', '#na', '无', '無', '缺失'}


def decode(raw):
    """Text and the name of its encoding: byte order mark, zero bytes, UTF-8, GB 18030 when high bytes come in pairs, else Windows-1252."""
    for mark, name in ((b'\xef\xbb\xbf', 'utf-8-sig'), (b'\xff\xfe\0\0', 'utf-32'), (b'\0\0\xfe\xff', 'utf-32'), (b'\xff\xfe', 'utf-16'), (b'\xfe\xff', 'utf-16')):
        if raw.startswith(mark):
            return raw.decode(name, 'replace'), name.replace('-sig', '')
    head = raw[:4096]
    if head.count(0) > len(head) // 5:
        name = 'utf-16-le' if head[1::2].count(0) > head[::2].count(0) else 'utf-16-be'
        return raw.decode(name, 'replace'), name
    try:
        return raw.decode('utf-8'), 'utf-8'
    except UnicodeDecodeError as error:
        if error.start >= len(raw) - 4:  # cut in the middle of a character
            return raw[:error.start].decode('utf-8'), 'utf-8'
    high = sum(byte >= 0x80 for byte in raw[:1 << 20])
    paired = sum(len(pair) for pair in re.findall(rb'(?:[\xa1-\xfe][\xa1-\xfe])+', raw[:1 << 20]))
    name = 'gb18030' if paired > 0.9 * high else 'cp1252'
    return raw.decode(name, 'replace'), name


def separator(text):
    """The separator that splits the first rows into equally many fields; None when there is one column."""
    sample = '\n'.join(text.split('\n', 200)[:200])
    best, best_score = None, 0
    for candidate in ',;\t|':
        counts = Counter(len(row) for row in csv.reader(io.StringIO(sample), delimiter=candidate) if row)
        fields, times = max(counts.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]), default=(1, 0))
        score = times / max(1, sum(counts.values())) * (fields > 1) + fields / 1000
        if fields > 1 and score > best_score:
            best, best_score = candidate, score
    return best


def is_missing(value):
    return value is None or (isinstance(value, float) and value != value) or (isinstance(value, str) and value.strip().lower() in MISSING)


NUMBER = re.compile(r'^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$')
GROUPED = re.compile(r'^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$')
COMMA = re.compile(r'^[-+]?\d+,\d+$')
GROUPED_COMMA = re.compile(r'^[-+]?\d{1,3}(\.\d{3})+(,\d+)?$')
DRESS = re.compile(r"[\s\u00a0\u202f%€$£¥￥']")


def number(value, comma):
    """The number that a cell shows, or None. With `comma` 1.234,5 is read, else 1,234.5."""
    if isinstance(value, (bool, np.bool_)):
        return None
    if isinstance(value, (int, float, np.number)):
        return float(value)
    text = DRESS.sub('', str(value)).replace('−', '-')
    if comma and (COMMA.match(text) or GROUPED_COMMA.match(text)):
        text = text.replace('.', '').replace(',', '.')
    elif not comma and GROUPED.match(text):
        text = text.replace(',', '')
    return float(text) if NUMBER.match(text) else None


def looks_like_header(first, rest):
    if any(is_missing(cell) or number(cell, False) is not None or DATE.match(str(cell).strip()) for cell in first):
        return False
    if len(set(map(str, first))) < len(first):
        return False
    # Words above words only: still a header unless the words come again below.
    below = {str(row[0]) for row in rest[:200] if row}
    return str(first[0]) not in below


DATE = re.compile(r'^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/]\d{2})([T ]\d{1,2}:\d{2}(:\d{2})?.*)?$')


def dates(values):
    """Datetimes, or None where a cell is none. Day and month are told apart by a number above 12."""
    texts = [str(value).strip() for value in values]
    day_first = any(int(m.group(1)) > 12 for t in texts if (m := re.match(r'^(\d{1,2})[-/.]\d{1,2}[-/.]\d{4}', t)))
    dotted = any(re.match(r'^\d{1,2}\.\d{1,2}\.\d{4}', t) for t in texts)
    texts = [re.sub(r'年|月', '-', t).replace('日', '') for t in texts]
    return pd.to_datetime(pd.Series(texts), errors='coerce', dayfirst=day_first or dotted, utc=True).dt.tz_localize(None)


def frame_of(rows, facts):
    """A table of cells as they stand; the header is found, short rows are filled up, longer ones left out and counted."""
    while len(rows) > 2 and sum(not is_missing(cell) for cell in rows[0]) <= 1 < sum(not is_missing(cell) for cell in rows[1]):
        rows.pop(0)  # a title above the table
        facts['title_rows'] = facts.get('title_rows', 0) + 1
    width = Counter(len(row) for row in rows[:1000]).most_common(1)[0][0] if rows else 0
    width = max(width, len(rows[0]) if rows else 0)
    kept, bad = [], 0
    for row in rows:
        if len(row) > width and any(not is_missing(cell) for cell in row[width:]):
            bad += 1
            continue
        kept.append((list(row) + [None] * width)[:width])
    facts['bad_lines'] = bad
    header = looks_like_header(kept[0], kept[1:]) if kept else False
    facts['header'] = header
    names = [str(cell).strip() for cell in kept[0]] if header else [f'column {i + 1}' for i in range(width)]
    frame = pd.DataFrame(kept[1:] if header else kept, columns=names, dtype=object)
    return frame.dropna(how='all')


def flat(value):
    """Rows of a JSON document: a list of objects, also one level down; lists by name; objects by name."""
    if isinstance(value, dict):
        lists = [v for v in value.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
        if lists:
            return flat(max(lists, key=len))
        if value and all(isinstance(v, list) for v in value.values()):
            return pd.DataFrame({k: pd.Series(v, dtype=object) for k, v in value.items()})
        if value and all(isinstance(v, dict) for v in value.values()):
            return pd.json_normalize([{'key': k, **v} for k, v in value.items()])
        return pd.json_normalize([value])
    if isinstance(value, list) and value and all(isinstance(v, dict) for v in value):
        return pd.json_normalize(value, max_level=2)
    if isinstance(value, list) and value and all(isinstance(v, list) for v in value):
        return None
    return pd.DataFrame({'value': pd.Series(value if isinstance(value, list) else [value], dtype=object)})


def load(path, facts):
    size = os.path.getsize(path)
    facts.update(file=os.path.basename(path), bytes_total=size, sampled=False)
    with open(path, 'rb') as file:
        raw = file.read(MAX_BYTES)
    extension = os.path.splitext(path)[1].lower()
    if not raw.strip():
        facts['problem'] = 'empty'
        return pd.DataFrame()
    if raw.startswith(b'PK\x03\x04'):
        sheets = pd.read_excel(path, sheet_name=None, header=None, dtype=object, nrows=MAX_ROWS, engine='openpyxl')
        name = next((n for n, sheet in sheets.items() if not sheet.dropna(how='all').empty), None)
        facts.update(format='xlsx', sheet=name, sheets=list(sheets))
        if name is None:
            facts['problem'] = 'empty'
            return pd.DataFrame()
        sheet = sheets[name].dropna(how='all').dropna(how='all', axis=1)
        return frame_of(sheet.values.tolist(), facts)
    if raw.startswith(b'\xd0\xcf\x11\xe0'):
        facts['problem'] = 'old_excel'
        return pd.DataFrame()
    control = sum(byte < 32 and byte not in b'\t\n\r\f\x1b\0' for byte in raw[:4096])
    if control > len(raw[:4096]) // 20:
        facts['problem'] = 'binary'
        return pd.DataFrame()
    text, facts['encoding'] = decode(raw)
    if size > len(raw):
        facts['sampled'] = True
        text = text[:text.rfind('\n') + 1] or text
    text = text.replace('\r\n', '\n').replace('\r', '\n').replace('\0', '')
    if extension in ('.json', '.jsonl', '.ndjson') or text.lstrip()[:1] in '{[':
        try:
            document = json.loads(text)
        except ValueError:
            rows = []
            for line in text.split('\n'):
                try:
                    rows.append(json.loads(line))
                except ValueError:
                    facts['bad_lines'] = facts.get('bad_lines', 0) + bool(line.strip())
            document = rows
        if document or extension == '.json':
            facts.update(format='json', header=True)
            frame = flat(document) if document else pd.DataFrame()
            frame = frame_of(document, facts) if frame is None else frame.astype(object)
            if frame.empty:
                facts['problem'] = 'no_table'
            return frame.applymap(lambda cell: json.dumps(cell, ensure_ascii=False) if isinstance(cell, (list, dict)) else cell)
    split = separator(text)
    facts.update(format='csv' if split != '\t' else 'tsv', separator=split)
    rows = []
    for row in csv.reader(io.StringIO(text), delimiter=split or '\x01'):
        if row:
            rows.append(row)
        if len(rows) > MAX_ROWS:
            facts['sampled'] = True
            break
    return frame_of(rows, facts)


def typed(frame, facts):
    """Columns with their values in the type that nearly all cells have. Gives {name: (type, series, cells that do not fit)}."""
    comma = facts.get('separator') != ',' and any(
        isinstance(cell, str) and re.match(r"^[-+]?[\d.]*\d,(\d{1,2}|\d{4,})\s*[%€$£¥]?$", cell.strip()) for cell in frame.head(2000).values.ravel())
    facts['decimal_comma'] = comma
    columns = {}
    for position, name in enumerate(frame.columns):
        cells = frame.iloc[:, position]
        while name in columns:
            name += '_'
        present = cells[~cells.map(is_missing)]
        if present.empty:
            columns[name] = ('empty', pd.Series(np.nan, index=frame.index), 0)
            continue
        texts = present.map(lambda cell: str(cell).strip())
        lowered = set(texts.str.lower().unique()[:10])
        if lowered <= {'true', 'false'} or lowered <= {'yes', 'no'} or lowered <= {'y', 'n'} or lowered <= {'是', '否'}:
            columns[name] = ('boolean', texts.reindex(frame.index), 0)
            continue
        numbers = present.map(lambda cell: number(cell, comma))
        share = numbers.notna().mean()
        codes = texts.str.match(r'^0\d+$').any()  # postcodes and the like
        if share >= 0.9 and not codes:
            values = numbers.astype(float).reindex(frame.index)
            whole = bool((values.dropna() % 1 == 0).all())
            columns[name] = ('integer' if whole else 'number', values, int((numbers.isna()).sum()))
            continue
        if present.map(lambda cell: hasattr(cell, 'year')).mean() >= 0.9 or texts.head(500).str.match(DATE).mean() >= 0.9:
            values = dates(present)
            values.index = present.index
            if values.notna().mean() >= 0.9:
                columns[name] = ('date', values.reindex(frame.index), int(values.isna().sum()))
                continue
        few = texts.nunique() <= max(12, min(50, len(texts) // 10))
        columns[name] = ('category' if few and texts.nunique() < len(texts) else 'text', texts.reindex(frame.index), 0)
    return columns


def show(value):
    """A number as people write it: up to six significant digits, no exponent for usual sizes."""
    if value is None or value != value:
        return ''
    if isinstance(value, pd.Timestamp):
        return value.strftime('%Y-%m-%d' if value == value.normalize() else '%Y-%m-%d %H:%M')
    value = float(value)
    if value == int(value) and abs(value) < 1e15:
        return f'{int(value)}'
    if 1000 <= abs(value) < 1e15:
        return f'{value:.2f}'.rstrip('0').rstrip('.')
    return f'{value:.6g}' if 1e-4 <= abs(value) < 1000 else f'{value:.3e}'


def brief(text, length=40):
    text = ' '.join(str(text).split())
    return text if len(text) <= length else text[:length - 1] + '…'
