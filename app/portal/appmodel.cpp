// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/appmodel.h"

#include "app/portal/rolevalues.h"
#include "models/identity/app.h"

using namespace Qt::StringLiterals;

AppModel::AppModel(QObject *parent)
    : ObjectModel(App::staticMetaObject, parent)
{
}

QString AppModel::path() const { return m_appId.isEmpty() ? QString() : u"/apps/"_s + m_appId; }

void AppModel::setAppId(const QString &id)
{
    if (m_appId == id)
        return;
    m_appId = id;
    Q_EMIT appIdChanged();
    reset();
}

void AppModel::save(const QVariantMap &values)
{
    const QVariantMap changes = differing(values);
    if (changes.isEmpty()) {
        Q_EMIT saved();
        return;
    }
    change(ApiRequest::put(path(), RoleValues::toJson(changes)), [this](const ApiAnswer &answer) {
        take(answer);
        Q_EMIT saved();
    });
}

void AppModel::setStatus(const QString &status)
{
    act(ApiRequest::put(path() + u"/status/"_s + status, {}), [this](const ApiAnswer &answer) {
        take(answer);
        Q_EMIT saved();
    });
}

void AppModel::remove()
{
    change(ApiRequest::remove(path()), [this](const ApiAnswer &) { Q_EMIT removed(); });
}
