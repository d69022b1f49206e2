// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/devicemark.h"
#include "server/insight/marks/markfiles.h"
#include "server/insight/marks/markstore.h"

#include <QObject>
#include <QTimer>

#include <chrono>

class EventStore;
class MediaHub;
struct ClipResult;

/// Makes the clips of marks once what they want is recorded. What is wanted stands in the database, so that a restart
/// goes on where it was. It lives on the background thread.
class ClipMaker : public QObject
{
    Q_OBJECT

public:
    ClipMaker(Database &database, EventStore &events, MediaHub &media, const MarkFiles &files);

    void start();
    /// Inside a transaction, for a mark that is being closed: plans its clip, to so long after its end. The caller
    /// stores the mark.
    void want(DeviceMark &mark, std::chrono::seconds postRoll);

private:
    enum class Recording {
        GoesOn, ///< what is missing may still come
        WasCut, ///< by a restart: what is there now is all there will be
    };
    void makeWhatIsDue(Recording recording);
    bool isReadyToMake(const DeviceMark &mark) const;
    void make(const DeviceMark &mark);
    void record(DeviceMarkId mark, const ClipResult &result, const QString &path);

    Database &m_database;
    MarkStore m_store;
    EventStore &m_events;
    MediaHub &m_media;
    const MarkFiles &m_files;
    QTimer m_clock;
};
