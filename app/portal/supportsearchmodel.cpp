// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/supportsearchmodel.h"

#include "models/support/supportview.h"

using namespace Qt::StringLiterals;

SupportSearchModel::SupportSearchModel(QObject *parent)
    : ListModel(SupportHit::staticMetaObject, u"id"_s, {}, parent)
{
}

void SupportSearchModel::setQuery(const QString &query)
{
    if (m_query == query.trimmed())
        return;
    m_query = query.trimmed();
    Q_EMIT queryChanged();
    restart();
}

ApiRequest SupportSearchModel::listRequest() const
{
    return ApiRequest::get(u"/support/search"_s,
                           {{u"q"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_query))}, {u"pagesize"_s, u"50"_s}});
}
