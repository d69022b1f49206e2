// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apiclient.h"
#include "app/portal/feedback.h"
#include "app/portal/loadstate.h"
#include "app/portal/portal.h"

#include <QObject>
#include <QPointer>
#include <QtQmlIntegration/qqmlintegration.h>

/// The model of a page or a dialog that is not a list.
class ViewModel : public QObject
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(Portal *portal READ portal WRITE setPortal NOTIFY portalChanged REQUIRED)
    Q_PROPERTY(bool busy READ busy NOTIFY feedbackChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY feedbackChanged)
    Q_PROPERTY(QVariantMap fieldErrors READ fieldErrors NOTIFY feedbackChanged)

public:
    explicit ViewModel(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    Portal *portal() const { return m_portal; }
    void setPortal(Portal *portal);
    bool busy() const { return m_feedback.busy(); }
    QString errorText() const { return m_feedback.errorText(); }
    QVariantMap fieldErrors() const { return m_feedback.fieldErrors(); }

    /// Clears the errors, as when a dialog opens again.
    Q_INVOKABLE void clearErrors();

Q_SIGNALS:
    void portalChanged();
    void feedbackChanged();

protected:
    /// Called when the portal has been set or replaced.
    virtual void attached() { }
    /// Called when the server can be reached again after a request failed because it could not.
    virtual void reconnected() { }
    /// Sends a request and reports it through `busy`, `errorText`, and `fieldErrors`. Calls `done` on success only.
    void act(const ApiRequest &request, std::function<void(const ApiAnswer &)> done);
    /// Like act(), but calls `done` on failure as well.
    void fetch(const ApiRequest &request, std::function<void(const ApiAnswer &)> done);

private:
    void connectionChanged();

    QPointer<Portal> m_portal;
    Feedback m_feedback;
};
