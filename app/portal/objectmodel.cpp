// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/objectmodel.h"

#include "app/portal/rolevalues.h"

ObjectModel::ObjectModel(const QMetaObject &type, QObject *parent)
    : ViewModel(parent)
    , m_type(type)
{
}

void ObjectModel::reload()
{
    if (!portal() || path().isEmpty())
        return;
    if (m_loadState == LoadState::Failed)
        setLoadState(LoadState::Loading);
    const int serial = ++m_serial;
    fetch(ApiRequest::get(path()), [this, serial](const ApiAnswer &answer) {
        if (serial != m_serial)
            return;
        if (answer.ok())
            take(answer);
        else if (m_loadState != LoadState::Ready)
            setLoadState(LoadState::Failed);
    });
}

void ObjectModel::reconnected()
{
    // Values that were read before remain, because the user may have changed a form that shows them.
    if (m_loadState == LoadState::Failed)
        reload();
}

void ObjectModel::reset()
{
    m_values.clear();
    m_etag.clear();
    ++m_serial;
    setLoadState(LoadState::Loading);
    Q_EMIT changed();
    reload();
}

void ObjectModel::take(const ApiAnswer &answer)
{
    m_values = RoleValues::fromJson(m_type, answer.json);
    m_etag = answer.etag;
    taken(answer.json);
    Q_EMIT changed();
    setLoadState(LoadState::Ready);
}

void ObjectModel::change(ApiRequest request, std::function<void(const ApiAnswer &)> done)
{
    fetch(std::move(request).ifMatch(m_etag), [this, done = std::move(done)](const ApiAnswer &answer) {
        if (answer.ok())
            done(answer);
        else if (answer.error->status == 412)
            readEtag();
    });
}

void ObjectModel::readEtag()
{
    // fetch() would clear the error text about the conflict.
    portal()->client().send(ApiRequest::get(path()), this, [this, serial = m_serial](const ApiAnswer &answer) {
        if (answer.ok() && serial == m_serial)
            m_etag = answer.etag;
    });
}

QVariantMap ObjectModel::differing(const QVariantMap &values) const { return RoleValues::differing(values, m_values); }

void ObjectModel::patch(const QString &name, const QVariant &value)
{
    m_values.insert(name, value);
    Q_EMIT changed();
}

void ObjectModel::setLoadState(LoadState::Value state)
{
    if (m_loadState == state)
        return;
    m_loadState = state;
    Q_EMIT loadStateChanged();
}
