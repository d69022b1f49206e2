// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/usagemodel.h"

#include "models/identity/appusage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

UsageModel::UsageModel(QObject *parent)
    : ListModel(UsageDay::staticMetaObject, u"day"_s, {}, parent)
{
}

ApiRequest UsageModel::listRequest() const
{
    return ApiRequest::get(u"/apps/%1/usage"_s.arg(m_appId), {{u"pagesize"_s, u"100"_s}});
}

void UsageModel::loaded(const QStringList &)
{
    m_most = m_calls = m_errors = 0;
    for (int row = 0; row < count(); ++row) {
        const auto day = get(row);
        const double calls = day.value(u"calls"_s).toDouble();
        m_most = std::max(m_most, calls);
        m_calls += calls;
        m_errors += day.value(u"errors"_s).toDouble();
    }
    Q_EMIT totalsChanged();
}
