// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/playback/recordedspan.h"
#include "server/cameras/recording/sheetfolder.h"

/// Returns a JPEG with `columns` by `rows` pictures of a recording, at even times from `fromMs` on, row by row. A
/// picture shows the last key frame before the middle of its time. It is black where nothing was recorded, and where
/// this server does not have the recording. Returns an empty array if there is no picture at all. Decodes each picture
/// that differs from the one before.
QByteArray contactSheet(const SheetFolder::Sheet &sheet, const QList<RecordedPart> &parts, const RecordedSpan &span);
