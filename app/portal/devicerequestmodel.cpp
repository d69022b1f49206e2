// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/devicerequestmodel.h"

#include "app/portal/rolevalues.h"
#include "models/identity/devicerequest.h"

using namespace Qt::StringLiterals;

namespace {
QString lettersOf(const QString &userCode)
{
    QString letters;
    for (const QChar c : userCode.toUpper()) {
        if (c >= u'A' && c <= u'Z')
            letters += c;
    }
    return letters;
}
}

bool DeviceRequestModel::isComplete(const QString &userCode) const { return lettersOf(userCode).size() == 8; }

QString DeviceRequestModel::path(const QString &userCode) const
{
    return u"/accounts/%1/device-requests/%2"_s.arg(portal()->session()->accountId(), userCode);
}

void DeviceRequestModel::look(const QString &userCode)
{
    startOver();
    if (!portal() || !isComplete(userCode))
        return;
    fetch(ApiRequest::get(path(lettersOf(userCode))), [this, serial = m_serial](const ApiAnswer &answer) {
        if (serial != m_serial)
            return;
        if (!answer.ok())
            return fail(answer);
        m_request = RoleValues::fromJson(DeviceRequest::staticMetaObject, answer.json);
        m_step = Step::Decision;
        Q_EMIT changed();
    });
}

void DeviceRequestModel::decide(bool approved)
{
    if (m_step != Step::Decision || busy())
        return;
    m_problem.clear();
    Q_EMIT changed();
    fetch(ApiRequest::put(path(userCode()), {{u"approved"_s, approved}}),
          [this, approved, serial = m_serial](const ApiAnswer &answer) {
              if (serial != m_serial)
                  return;
              if (!answer.ok())
                  return fail(answer);
              m_step = approved ? Step::Approved : Step::Refused;
              Q_EMIT changed();
          });
}

void DeviceRequestModel::startOver()
{
    ++m_serial;
    m_step = Step::Code;
    m_problem.clear();
    m_request.clear();
    clearErrors();
    Q_EMIT changed();
}

/// Another code is needed after those errors that say so. The user may try again after any other.
void DeviceRequestModel::fail(const ApiAnswer &answer)
{
    const bool unknown = answer.error->status == 404;
    const bool expired = answer.error->code == "user_code_expired"_L1;
    const bool used = answer.error->code == "user_code_used"_L1;
    if (unknown || expired || used) {
        m_step = Step::Code;
        m_request.clear();
    }
    m_problem = unknown ? tr("No device is waiting with this code. Check the code that the device shows.")
        : expired       ? tr("This code has expired. Let the device show a new one.")
        : used          ? tr("This code was used already. Let the device show a new one.")
                        : errorText();
    Q_EMIT changed();
}
