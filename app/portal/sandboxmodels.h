// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The sandbox cameras of an app. Roles: see SandboxCamera.
class SandboxCamerasModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString appId MEMBER m_appId REQUIRED)

public:
    explicit SandboxCamerasModel(QObject *parent = nullptr);

    /// Adds a camera that shows a scene every `everySeconds`.
    Q_INVOKABLE void add(const QString &scene, int everySeconds);
    Q_INVOKABLE void remove(const QString &deviceId);

Q_SIGNALS:
    void added();

protected:
    ApiRequest listRequest() const override;

private:
    QString m_appId;
};

/// The scenes that sandbox cameras can show. Roles: see SandboxScene.
class SandboxScenesModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit SandboxScenesModel(QObject *parent = nullptr);

protected:
    ApiRequest listRequest() const override;
};

/// The marks that a sandbox camera is to have next. Roles: see ExpectedMark.
class ExpectedMarksModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString deviceId READ deviceId WRITE setDeviceId NOTIFY deviceIdChanged)

public:
    explicit ExpectedMarksModel(QObject *parent = nullptr);

    QString deviceId() const { return m_deviceId; }
    /// Sets the camera and loads its list.
    void setDeviceId(const QString &deviceId);

Q_SIGNALS:
    void deviceIdChanged();

protected:
    ApiRequest listRequest() const override;

private:
    QString m_deviceId;
};
