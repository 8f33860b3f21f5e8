#!/usr/bin/python3
"""What the offline assistant reads from real pictures, end to end through `vitrine exec`, against their truth.

Usage: offline_pictures.py VITRINE FOLDER [NAME...]    (FOLDER holds the pictures and index.json)
"""
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter

PRINTED = {'text_straight.png', 'text_skewed.png', 'page_uneven_light.png', 'phototest_L.png', 'phototest_R.png', 'phototest_180.png', 'magazine_page.tif'}
HANDWRITTEN = {'whiteboard_aws.png', 'paper_on_wood.png', 'notes_sideways.png', 'notes_sideways_2.jpg', 'notes_shadow.png', 'blackboard.png', 'pen_colours.png', 'graph_paper.jpg'}


def tokens(text):
    return re.findall(r'[a-z0-9]+', re.sub(r'\\(.)', r'\1', text).lower())


def recall(expected, text):
    want, have = Counter(t for word in expected for t in tokens(word)), Counter(tokens(text))
    return sum((want & have).values()) / max(1, sum(want.values()))


def ask(vitrine, picture, profile):
    start = time.monotonic()
    run = subprocess.run([vitrine, 'exec', '--json', '--image', picture, 'What does it say?'], capture_output=True, text=True, timeout=300,
                         env={**os.environ, 'VITRINE_PROFILE': profile})
    seconds = time.monotonic() - start
    lines = [json.loads(line) for line in run.stdout.splitlines() if line.startswith('{')]
    return run.returncode, seconds, lines


def turned(steps):
    return sum(json.loads(step['params'])['degrees'] if isinstance(step['params'], str) else step['params']['degrees'] for step in steps if step['op'] == 'rotate') % 360


def main():
    vitrine, folder, names = sys.argv[1], sys.argv[2], set(sys.argv[3:])
    found = {'printed': [], 'times': [], 'upright': [], 'codes': [], 'handwriting': []}
    with tempfile.TemporaryDirectory() as profile:
        for entry in json.load(open(os.path.join(folder, 'index.json')))['items']:
            name = entry['file']
            if names and name not in names:
                continue
            status, seconds, lines = ask(vitrine, os.path.join(folder, name), profile)
            answer = next((line for line in reversed(lines) if line.get('kind') == 'agent_message'), {'text': '', 'unsure': []})
            steps = [line for line in lines if line.get('kind') == 'image_step']
            calls = sum(line.get('kind') == 'tool_call' for line in lines)
            words = recall(entry['words'] or [], answer['text'])
            error = abs((turned(steps) - entry['rotation_cw'] + 180) % 360 - 180)
            marked = len(answer['unsure'])
            print(f"{name:24} exit {status} {seconds:5.1f} s {calls:2} calls  recall {words:.3f}  turned {turned(steps):6.1f} (off by {error:4.1f})  unsure {marked:3}", end='')
            found['upright'].append(error < 10)  # handwriting leans
            if name in PRINTED:
                found['printed'].append(words)
                found['times'].append(seconds)
            if name in HANDWRITTEN:
                said = 'low confidence' in answer['text'] or 'no text' in answer['text']
                found['handwriting'].append(said)
                print('  handwriting said' if said else '  HANDWRITING NOT SAID', end='')
            if entry['qr']:
                good = all(part in answer['text'] for part in entry['qr'].split('\n'))
                found['codes'].append(good)
                print('  code read' if good else '  CODE NOT READ', end='')
            print(flush=True)
            if os.environ.get('SHOW'):
                print('    ' + answer['text'].replace('\n', '\n    '))
    print(f"upright {sum(found['upright'])}/{len(found['upright'])}")
    if found['printed']:
        print(f"printed pages: mean recall {statistics.mean(found['printed']):.3f}, median {statistics.median(found['times']):.1f} s")
    print(f"codes {sum(found['codes'])}/{len(found['codes'])}, handwriting said {sum(found['handwriting'])}/{len(found['handwriting'])}")


main()
