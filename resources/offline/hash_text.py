import hashlib
import zlib

data = TEXT.encode('utf-8')
if ALGORITHM == 'crc32':
    print('answer:', f'{zlib.crc32(data):08x}')
else:
    print('answer:', hashlib.new(ALGORITHM, data).hexdigest())
print('bytes:', len(data))
