// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/framedecoder.h"
#include "app/portal/listedsegments.h"
#include "app/portal/portal.h"

#include <QHash>
#include <QPointer>

class ApiCall;

/// Loads what a camera recorded from the server, segment by segment, over gaps. Times are milliseconds since the epoch.
class RecordingSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void setCamera(Portal *portal, const QString &deviceId);

    /// What start() does at a time at which nothing was recorded.
    enum class InGap {
        Stop, ///< emits notRecorded()
        GoOn, ///< begins after the gap
    };
    /// Goes to a time. Ends what next() has begun.
    void start(qint64 ms, InGap inGap);
    /// Loads the next segment. One of the signals follows.
    void next();
    /// Ends what next() has begun.
    void cancel();
    /// Returns whether next() has begun and no signal was emitted yet.
    bool isBusy() const { return m_busy; }

    enum class Cause {
        Unreachable, ///< there was no answer; the same request may succeed later
        Refused,
    };

Q_SIGNALS:
    void loaded(const FrameDecoder::Piece &piece);
    void notRecorded();
    /// There is nothing more yet: the present is reached.
    void ended();
    void failed(const QString &text, RecordingSource::Cause cause);

private:
    using Handler = std::function<void(const ApiAnswer &)>;

    void ask(const ApiRequest &request, const Handler &handler);
    void loadSegments(qint64 from);
    void takeSegments(const ApiAnswer &answer, qint64 from);
    void forgetInits();
    void findNext(qint64 after, bool wide);
    void load(const ListedSegment &segment);
    bool accepts(const ApiAnswer &answer);
    void fail(const ApiAnswer &answer);

    QPointer<Portal> m_portal;
    QString m_deviceId;
    ListedSegments m_segments;
    qsizetype m_next = -1; ///< the segment that is loaded next; negative: to be found
    QHash<QString, QByteArray> m_inits; ///< initialization sections by path
    qint64 m_from = 0; ///< where the next segment is looked for
    InGap m_inGap = InGap::GoOn;
    QPointer<ApiCall> m_call;
    int m_serial = 0; ///< counts the jumps; answers to earlier ones are dropped
    bool m_busy = false;
    bool m_signedAgain = false; ///< the segments were listed again after one was refused
};
