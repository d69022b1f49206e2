// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/timelinetiles.h"
#include "app/portal/viewmodel.h"

#include <QTimer>

/// The timelines of cameras. Loads what its views show, the visible parts first, and keeps it up to date.
class TimelineModel : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(LoadState::Value loadState READ loadState NOTIFY loadStateChanged)
    /// Parts that a view shows are still to be loaded.
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged)

public:
    explicit TimelineModel(QObject *parent = nullptr);

    /// What a view shows.
    struct Wanted
    {
        QStringList devices;
        qint64 from = 0; ///< milliseconds since the epoch
        qint64 to = 0;
        int level = 0;

        friend bool operator==(const Wanted &, const Wanted &) = default;
    };
    /// Replaces what `view` shows. What is no longer shown is not requested.
    void want(const QObject *view, const Wanted &wanted);
    void forget(const QObject *view);
    TimelineTiles &tiles() { return m_tiles; }

    LoadState::Value loadState() const { return m_loadState; }
    bool isLoading() const { return m_running > 0; }

    /// Tries again after a failure.
    Q_INVOKABLE void reload();
    /// Looks for the mark of a camera that starts next after a time, or last before it. Emits markFound().
    Q_INVOKABLE void findMark(const QString &deviceId, double ms, bool forward);

Q_SIGNALS:
    void loadStateChanged();
    void loadingChanged();
    void tilesChanged();
    /// `markId` is empty if there is no such mark.
    void markFound(const QString &markId, const QString &deviceId, double ms);

protected:
    void attached() override;
    void reconnected() override { reload(); }

private:
    void hear(const QString &type, const QJsonObject &event);
    void requestNext();
    std::optional<TimelineTiles::Key> nextKey(qint64 nowMs) const;
    void request(const TimelineTiles::Key &key);
    void take(const TimelineTiles::Key &key, const ApiAnswer &answer);
    void setLoadState(LoadState::Value state);

    static constexpr int most = 3; ///< requests at a time; the player and the pictures need connections as well

    TimelineTiles m_tiles;
    QList<std::pair<const QObject *, Wanted>> m_wanted; ///< by view, in the order of their first request
    QSet<TimelineTiles::Key> m_requested;
    QHash<TimelineTiles::Key, qint64> m_refused; ///< when a tile may be requested again
    QTimer m_soon; ///< joins the changes of a moment
    QTimer m_refresh;
    int m_running = 0;
    int m_search = 0; ///< identifies the current search for a mark
    LoadState::Value m_loadState = LoadState::Loading;
};
