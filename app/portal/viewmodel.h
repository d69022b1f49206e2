// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apiclient.h"
#include "app/portal/feedback.h"
#include "app/portal/loadstate.h"
#include "app/portal/portal.h"

#include <QObject>
#include <QPointer>
#include <QtQmlIntegration/qqmlintegration.h>

/// What is behind a page or a dialog that is not a list.
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

    /// Forgets what was wrong, as when a dialog opens again.
    Q_INVOKABLE void clearErrors();

Q_SIGNALS:
    void portalChanged();
    void feedbackChanged();

protected:
    /// The portal is there, for the first time or another one.
    virtual void attached() { }
    /// Sends, with busy and the error texts following it; `done` hears only of success.
    void act(const ApiRequest &request, std::function<void(const ApiAnswer &)> done);
    /// The same; `done` hears of failure as well.
    void fetch(const ApiRequest &request, std::function<void(const ApiAnswer &)> done);

private:
    QPointer<Portal> m_portal;
    Feedback m_feedback;
};
