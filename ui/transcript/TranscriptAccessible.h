#pragma once

namespace vitrine {

class TranscriptView;

// Teaches Qt the accessible tree of a TranscriptView: the view, its entries, their blocks, their controls.
void installTranscriptAccessibility();

// Entries came or went.
void notifyTranscriptReset(TranscriptView *view);
// An answer has ended or a notice has come: read it out.
void announceTranscriptEntry(TranscriptView *view, int entry);
// The keyboard is on this control.
void notifyTranscriptFocus(TranscriptView *view, int entry, int item, int control);

} // namespace vitrine
