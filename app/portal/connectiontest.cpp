// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/connectiontest.h"

#include "app/portal/rolevalues.h"

using namespace Qt::StringLiterals;

void ConnectionTest::run(const QVariantMap &values)
{
    forget();
    const int serial = m_serial;
    act(ApiRequest::post(u"/devices/connection-test"_s, RoleValues::toJson(values)),
        [this, serial](const ApiAnswer &answer) {
            if (serial != m_serial)
                return;
            m_result = RoleValues::fromJson(answer.json);
            Q_EMIT resultChanged();
        });
}

void ConnectionTest::forget()
{
    ++m_serial;
    m_result.clear();
    Q_EMIT resultChanged();
    clearErrors();
}
