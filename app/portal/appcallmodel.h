// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/objectmodel.h"

/// One call of an app with its error and a command that repeats it.
class AppCallModel : public ObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString appId MEMBER m_appId NOTIFY appIdChanged REQUIRED)
    Q_PROPERTY(QString callId READ callId WRITE setCallId NOTIFY callIdChanged)
    /// The properties of AppCall.
    Q_PROPERTY(QVariantMap call READ call NOTIFY changed)
    /// JSON is indented.
    Q_PROPERTY(QString requestBody READ requestBody NOTIFY changed)
    Q_PROPERTY(QString answerBody READ answerBody NOTIFY changed)
    Q_PROPERTY(QString curl READ curl NOTIFY changed)
    /// The address of the endpoint's page in the API reference; empty for an unknown endpoint.
    Q_PROPERTY(QString docs READ docs NOTIFY changed)

public:
    explicit AppCallModel(QObject *parent = nullptr);

    QString callId() const { return m_id; }
    void setCallId(const QString &id);
    QVariantMap call() const { return value("call").toMap(); }
    QString requestBody() const;
    QString answerBody() const;
    QString curl() const { return text("curl"); }
    QString docs() const { return text("docs"); }

Q_SIGNALS:
    void appIdChanged();
    void callIdChanged();

protected:
    QString path() const override;

private:
    QString m_appId;
    QString m_id;
};
