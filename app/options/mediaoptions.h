// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recorder/recordingbudget.h"
#include "server/cameras/webrtc/mediaplace.h"

#include <QString>

// Readers of the options for recordings and for live video. Each ends the program with a message if the text is not
// valid.

/// Reads `--recording-storage`: a size such as 500G, or 1% to 95%.
RecordingBudget readBudget(int days, const QString &size);
/// Reads `--media-cache`. Returns bytes.
qint64 readCacheSize(const QString &size);
/// Reads `--webrtc-address`, which is `listening` by default, and `--webrtc-ports`.
MediaPlace readViewers(const QHostAddress &listening, const QString &addresses, const QString &ports);
