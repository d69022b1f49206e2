// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/recordingsource.h"
#include "app/portal/soundplayer.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QVideoSink>

/// Plays what a camera recorded, by the time of the day. Times are milliseconds since the epoch.
///
/// Playing goes on over gaps, and ends at the present with reachedPresent(). While it is paused, every change of the
/// position shows the picture of that moment. After a lost connection it goes on by itself.
class RecordingPlayer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Portal *portal READ portal WRITE setPortal NOTIFY portalChanged REQUIRED)
    Q_PROPERTY(QString deviceId READ deviceId WRITE setDeviceId NOTIFY deviceIdChanged)
    Q_PROPERTY(QVideoSink *videoSink READ videoSink WRITE setVideoSink NOTIFY videoSinkChanged)
    /// The time of the picture, or the time that is being looked for.
    Q_PROPERTY(double position READ position NOTIFY positionChanged)
    Q_PROPERTY(bool playing READ isPlaying NOTIFY playingChanged)
    /// 0.25 to 16. From 8 on, key frames alone are shown.
    Q_PROPERTY(double rate READ rate WRITE setRate NOTIFY rateChanged)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    /// What went wrong, if the state is Failed.
    Q_PROPERTY(QString errorText READ errorText NOTIFY stateChanged)
    /// The recording has sound. It is heard while the pictures play at the rate of 1.
    Q_PROPERTY(bool hasSound READ hasSound NOTIFY hasSoundChanged)
    Q_PROPERTY(bool muted READ isMuted WRITE setMuted NOTIFY soundChanged)
    /// 0 to 1.
    Q_PROPERTY(double volume READ volume WRITE setVolume NOTIFY soundChanged)
    /// The number of pictures shown so far.
    Q_PROPERTY(int shownCount READ shownCount NOTIFY positionChanged)

public:
    enum State {
        Idle, ///< no camera or no time
        Loading, ///< the picture of the position is on its way
        Ready, ///< it is shown
        NotRecorded, ///< there is none
        Failed,
    };
    Q_ENUM(State)

    explicit RecordingPlayer(QObject *parent = nullptr);

    Portal *portal() const { return m_portal; }
    void setPortal(Portal *portal);
    QString deviceId() const { return m_deviceId; }
    /// Shows the picture of another camera at the same time.
    void setDeviceId(const QString &id);
    QVideoSink *videoSink() const { return m_sink; }
    void setVideoSink(QVideoSink *sink);
    double position() const { return double(m_position); }
    bool isPlaying() const { return m_playing; }
    double rate() const { return m_rate; }
    void setRate(double rate);
    State state() const { return m_state; }
    QString errorText() const { return m_errorText; }
    int shownCount() const { return m_shownCount; }
    bool hasSound() const { return m_sound.hasSound(); }
    bool isMuted() const { return m_sound.isMuted(); }
    void setMuted(bool muted);
    double volume() const { return m_sound.volume(); }
    void setVolume(double volume);
    SoundPlayer &sound() { return m_sound; }

    /// Goes to a time. What was requested for earlier positions is dropped.
    Q_INVOKABLE void seek(double ms);
    Q_INVOKABLE void play();
    Q_INVOKABLE void pause();
    /// Pauses, and shows the next picture or the one before.
    Q_INVOKABLE void stepForward();
    Q_INVOKABLE void stepBack();
    /// Pauses, and forgets the position.
    Q_INVOKABLE void stop();

Q_SIGNALS:
    void portalChanged();
    void deviceIdChanged();
    void videoSinkChanged();
    void positionChanged();
    void playingChanged();
    void rateChanged();
    void stateChanged();
    void hasSoundChanged();
    void soundChanged();
    /// Playing has arrived at the end of what is recorded, which is the present.
    void reachedPresent();

private:
    void go(qint64 ms);
    void feedDecoder();
    void showDue();
    bool show();
    void fail(const QString &text, RecordingSource::Cause cause);
    void recover();
    void startClock(qint64 ms);
    qint64 clock() const { return m_clockMs + qint64(double(m_clock.elapsed()) * m_rate); }
    bool keyFramesOnly() const { return m_playing && m_rate >= 8; }
    void setPlaying(bool playing);
    void setState(State state, const QString &errorText = {});
    void followSound() { m_sound.setActive(m_playing && m_rate == 1); }

    QPointer<Portal> m_portal;
    QPointer<QVideoSink> m_sink;
    QString m_deviceId;
    RecordingSource m_source;
    FrameDecoder m_decoder;
    SoundPlayer m_sound;
    qint64 m_position = 0;
    bool m_wantsOne = false; ///< the next picture is shown at once, whatever the clock says
    bool m_ended = false; ///< the source has nothing more
    QString m_failure; ///< why, if it has failed
    bool m_unreachable = false; ///< it has failed because the server did not answer
    bool m_interrupted = false; ///< it was playing when it failed
    QTimer m_again; ///< until the next attempt after such a failure
    bool m_playing = false;
    double m_rate = 1;
    bool m_clockRuns = false;
    QElapsedTimer m_clock;
    qint64 m_clockMs = 0; ///< the position when the clock was started
    QTimer m_due; ///< until the next picture
    int m_shownCount = 0;
    State m_state = Idle;
    QString m_errorText;
};
