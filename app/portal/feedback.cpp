// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/feedback.h"

using namespace Qt::StringLiterals;

void Feedback::begin()
{
    ++m_running;
    clear();
}

void Feedback::clear()
{
    m_errorText.clear();
    m_fieldErrors.clear();
}

void Feedback::end(const ApiAnswer &answer)
{
    --m_running;
    if (answer.ok())
        return;
    for (const auto &error : answer.error->fields)
        m_fieldErrors.insert(fieldName(error.pointer), fieldSentence(error));
    m_errorText = sentence(*answer.error);
}

QString Feedback::sentence(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Unreachable:
        return tr("The server cannot be reached.");
    case ApiError::Kind::Timeout:
        return tr("The server takes too long to answer.");
    case ApiError::Kind::Malformed:
        return tr("The server's answer makes no sense. Is it a Waymark server?");
    case ApiError::Kind::Problem:
        break;
    }
    if (error.code == "wrong_login"_L1)
        return tr("The address or the password is wrong.");
    if (error.code == "account_inactive"_L1)
        return tr("This account is not active. Has its address been verified?");
    if (error.code == "wrong_password"_L1)
        return tr("The password is wrong.");
    if (error.code == "zone_in_use"_L1)
        return tr("A mode names this zone. Change the mode first.");
    if (error.code == "mode_required"_L1)
        return tr("Cameras without a mode of their own are watched for this one.");
    if (error.status == 401)
        return tr("You are not signed in any more.");
    if (error.status == 403)
        return tr("You may not do that.");
    if (error.status == 404)
        return tr("It does not exist any more.");
    if (error.status == 412)
        return tr("Somebody else has changed it meanwhile. Look at it again first.");
    if (error.status == 422)
        return tr("Please check what is marked.");
    if (error.status == 429)
        return tr("That was too often. Try again in %n second(s).", nullptr,
                  int(std::max<qint64>(1, error.retryAfter.count())));
    if (error.status == 501)
        return tr("The server cannot do that yet.");
    if (error.status >= 500)
        return tr("Something went wrong in the server. (%1)").arg(error.requestId);
    return error.detail;
}

QString Feedback::fieldSentence(const FieldError &error)
{
    if (error.code == "required"_L1 || error.code == "too_short"_L1)
        return tr("Please fill this in.");
    if (error.code == "too_long"_L1)
        return tr("This is too long.");
    if (error.code == "malformed"_L1 || error.code == "pattern"_L1)
        return tr("This does not look right.");
    if (error.code == "wrong_code"_L1 || error.code == "wrong_token"_L1)
        return tr("This is not the code, or it is too old.");
    if (error.code == "weak"_L1)
        return tr("This password is too easy to guess.");
    if (error.code == "address_refused"_L1 || error.code == "not_allowed"_L1)
        return tr("This is not allowed here.");
    if (error.code == "crosses_itself"_L1)
        return tr("This outline crosses itself.");
    return error.detail;
}

QString Feedback::fieldName(const QString &pointer)
{
    QString name;
    bool upper = false;
    for (const QChar c : QStringView(pointer).sliced(pointer.startsWith(u'/') ? 1 : 0)) {
        if (c == u'_') {
            upper = true;
            continue;
        }
        name += c == u'/' ? QChar(u'.') : upper ? c.toUpper() : c;
        upper = false;
    }
    return name;
}
