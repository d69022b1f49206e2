// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/ringfile.h"
#include "server/cameras/recorder/capturerule.h"

#include <QBitArray>

/// Which fragments of one file the index lists. A fragment that is listed once stays listed, whatever the capture mode
/// becomes.
class FileListing
{
public:
    FileListing() = default;
    /// Continues with a file that the index has already.
    FileListing(const RecordedFile &row, const RingFile &file);

    /// Decides about the fragments that were added since, and again about all of them if the rule depends on marks. A
    /// fragment that decoding requires is listed with those that need it.
    void review(const RingFile &file, const CaptureRule &rule, const QList<MediaSpan> &marks);
    /// Returns the fragments that are listed.
    Fragments listed(const RingFile &file) const;
    bool isEmpty() const { return m_listed.count(true) == 0; }
    /// Returns true if the listed fragments have changed since the last call.
    bool takeChange();

    /// Returns the reason for the time without a recording from `end`, the end of the row before, to `start`, the start
    /// of the row of a file.
    static RecordedFile::Gap gapBetween(const QDateTime &end, const QDateTime &start, const RingFile &file);

    std::optional<RecordedFile::Gap> gap; ///< of the row; nothing: not yet determined
    TrackInfo track; ///< as the ring knew it; the file does not tell it at once
    bool isSaved = false; ///< the index has a row
    bool isSavedOpen = false; ///< the row says that the file still grows
    bool isFrozen = false; ///< a user has deleted a part of the file: nothing is listed again
    int missed = 0; ///< the number of reviews in a row in which the ring did not know the file

private:
    QBitArray m_listed;
    bool m_changed = false;
};
