// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/portal.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QVariantList>

#include <map>

class ApiCall;

/// The boxes of what the analysis of a camera saw at the time of a recorded picture, from the kept observations. They
/// are read a minute at a time, ahead of the player. Between two observations, the box of an object moves evenly, as
/// there are more pictures than observations.
class ObservedBoxes : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Portal *portal READ portal WRITE setPortal NOTIFY portalChanged REQUIRED)
    Q_PROPERTY(QString deviceId READ deviceId WRITE setDeviceId NOTIFY deviceIdChanged)
    /// Nothing is read while it is false, and there are no boxes.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
    /// The time of the picture in milliseconds since the epoch.
    Q_PROPERTY(double position READ position WRITE setPosition NOTIFY positionChanged)
    /// How fast it goes on. Fast players need observations of more time ahead.
    Q_PROPERTY(double rate MEMBER m_rate NOTIFY rateChanged)
    /// What is looked for: `motion` shows regions, `face` shows faces, and other labels show objects with this label
    /// besides those that move.
    Q_PROPERTY(QString label READ label WRITE setLabel NOTIFY labelChanged)
    /// Maps with `box` {`x`, `y`, `width`, `height`, as fractions of the picture}, `label`, and, for objects, `score`.
    Q_PROPERTY(QVariantList boxes READ boxes NOTIFY boxesChanged)
    /// It is known what was seen at the position.
    Q_PROPERTY(bool known READ isKnown NOTIFY boxesChanged)

public:
    using QObject::QObject;

    Portal *portal() const { return m_portal; }
    void setPortal(Portal *portal);
    QString deviceId() const { return m_deviceId; }
    void setDeviceId(const QString &id);
    bool isActive() const { return m_active; }
    void setActive(bool active);
    double position() const { return double(m_position); }
    void setPosition(double ms);
    QString label() const { return m_label; }
    void setLabel(const QString &label);
    QVariantList boxes() const { return m_boxes; }
    bool isKnown() const { return m_known; }

    static constexpr qint64 window = 60'000; ///< milliseconds that are read at once

Q_SIGNALS:
    void portalChanged();
    void deviceIdChanged();
    void activeChanged();
    void positionChanged();
    void rateChanged();
    void labelChanged();
    void boxesChanged();

private:
    struct Moment
    {
        qint64 ms = 0;
        QVariantList objects;
        QVariantList regions;
        QVariantList faces;
    };
    /// The observations of one window. `last` is when they were asked for.
    struct Window
    {
        QList<Moment> moments;
        QElapsedTimer read;
        bool known = false; ///< they were read
        bool final = false; ///< reading them again would not tell more
    };

    void update();
    void read(qint64 index);
    bool isWanted(qint64 index) const;
    void take(qint64 index, const QJsonObject &json);
    void forget();
    QVariantList boxesAt(const Window &window) const;
    QVariantList shown(const Moment &moment, const Moment *next) const;

    QPointer<Portal> m_portal;
    QString m_deviceId;
    QString m_label;
    bool m_active = true;
    qint64 m_position = 0;
    double m_rate = 1;
    std::map<qint64, Window> m_windows; ///< by their number since the epoch
    QPointer<ApiCall> m_call;
    QVariantList m_boxes;
    bool m_known = false;
};
