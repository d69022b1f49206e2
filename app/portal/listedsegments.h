// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// A few seconds of a recording, which begin with a key frame.
struct ListedSegment
{
    QString init; ///< path of the initialization section
    QString media; ///< path of the pictures
    qint64 startMs = 0; ///< milliseconds since the epoch
    qint64 endMs = 0;

    friend bool operator==(const ListedSegment &, const ListedSegment &) = default;
};

/// The segments of a part of a recording, from a playlist (RFC 8216).
class ListedSegments
{
public:
    /// Returns the segments of a playlist that the server serves below `folder`. Those that cannot be reached
    /// (EXT-X-GAP) are left out.
    static QList<ListedSegment> parse(const QByteArray &playlist, const QString &folder);

    /// Adds later segments. What is known already is left out.
    void append(const QList<ListedSegment> &more);
    /// Removes the segments that end before a time. Returns how many there were.
    qsizetype removeBefore(qint64 ms);
    void clear() { m_segments.clear(); }
    bool isEmpty() const { return m_segments.isEmpty(); }
    qsizetype size() const { return m_segments.size(); }
    const ListedSegment &at(qsizetype index) const { return m_segments[index]; }
    /// Returns the end of the last segment in milliseconds since the epoch.
    qint64 endMs() const { return m_segments.isEmpty() ? 0 : m_segments.constLast().endMs; }
    /// Returns the index of the segment that shows a time, or of the next one if that begins within half a second;
    /// -1 if there is none.
    qsizetype indexAt(qint64 ms) const;
    /// Returns the index of the first segment that ends after a time; size() if there is none.
    qsizetype indexAfter(qint64 ms) const;

    /// The pause between two segments that is no gap, as for the server.
    static constexpr qint64 shortestGapMs = 500;

private:
    QList<ListedSegment> m_segments;
};
