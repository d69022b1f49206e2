// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/binmodel.h"

#include "app/portal/portal.h"
#include "models/cameras/binitem.h"

using namespace Qt::StringLiterals;

BinModel::BinModel(QObject *parent)
    : ListModel(BinItem::staticMetaObject, u"id"_s, {}, parent)
{
}

void BinModel::setType(const QString &type)
{
    if (m_type == type)
        return;
    m_type = type;
    Q_EMIT typeChanged();
    restart();
}

ApiRequest BinModel::listRequest() const
{
    QUrlQuery query{{u"pagesize"_s, u"50"_s}};
    if (!m_type.isEmpty())
        query.addQueryItem(u"type"_s, m_type);
    return ApiRequest::get(u"/trash"_s, query);
}

void BinModel::attached()
{
    static const QStringList moving{u"device.removed"_s, u"device.added"_s, u"data.deleted"_s,
                                    u"data.restored"_s,  u"mark.deleted"_s, u"mark.restored"_s};
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type) {
        if (moving.contains(type))
            reload();
    });
}

void BinModel::restore(const QString &id)
{
    const QVariantMap item = get(indexOf(id));
    act(ApiRequest::put(u"/restore/"_s + id), [this, id, item](const ApiAnswer &) {
        removeIds({id});
        Q_EMIT restored(item[u"type"_s].toString(), item[u"name"_s].toString());
    });
}
