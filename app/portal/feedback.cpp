// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/feedback.h"

#include <QJsonDocument>
#include <QNetworkReply>

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
    m_unreachable = false;
}

void Feedback::end(const ApiAnswer &answer)
{
    --m_running;
    if (answer.ok())
        return;
    m_unreachable = answer.error->kind == ApiError::Kind::Unreachable || answer.error->kind == ApiError::Kind::Timeout;
    for (const auto &error : answer.error->fields) {
        QString field = fieldName(error.pointer);
        m_fieldErrors.insert(field, fieldSentence(error));
        // A form may show the error of a member at the field that contains the member.
        while (field.contains(u'.')) {
            field.truncate(field.lastIndexOf(u'.'));
            if (!m_fieldErrors.contains(field))
                m_fieldErrors.insert(field, fieldSentence(error));
        }
    }
    m_errorText = sentence(*answer.error);
}

QString Feedback::sentence(QNetworkReply &reply)
{
    using Kind = ApiError::Kind;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool answered = status >= 300;
    const bool late = reply.error() == QNetworkReply::OperationCanceledError; // by setTransferTimeout()
    const auto problem = answered ? QJsonDocument::fromJson(reply.readAll()).object() : QJsonObject();
    return sentence({.kind = answered ? Kind::Problem
                         : late       ? Kind::Timeout
                                      : Kind::Unreachable,
                     .status = status,
                     .code = problem["code"_L1].toString(),
                     .detail = problem["detail"_L1].toString(reply.errorString()),
                     .requestId = QString::fromLatin1(reply.rawHeader("X-Request-Id"))});
}

QString Feedback::sentence(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Unreachable:
        return tr("Can't reach the server: %1").arg(error.detail);
    case ApiError::Kind::Timeout:
        return tr("The server did not respond in time. Try again.");
    case ApiError::Kind::Malformed:
        return tr("The server's response is not valid. Check that the address belongs to a Waymark server.");
    case ApiError::Kind::Problem:
        break;
    }
    if (error.code == "wrong_login"_L1)
        return tr("Wrong email address or password.");
    if (error.code == "invalid_challenge"_L1)
        return tr("The sign-in has expired. Sign in again.");
    if (error.code == "second_factor_setup_required"_L1)
        return tr("This server requires two-factor sign-in of staff. Set it up under Account, Security.");
    if (error.code == "account_inactive"_L1)
        return tr("This account is not active. Verify your email address first.");
    if (error.code == "wrong_password"_L1)
        return tr("Wrong password.");
    if (error.code == "zone_in_use"_L1)
        return tr("A rule uses this zone. Change the rule first.");
    if (error.code == "mode_required"_L1)
        return tr("This is the default rule. Choose another rule to replace it.");
    if (error.status == 401)
        return tr("You are signed out. Sign in again.");
    if (error.status == 403)
        return tr("You don't have permission to do this.");
    if (error.status == 404)
        return tr("This item no longer exists.");
    if (error.status == 412)
        return tr("Someone else changed this in the meantime. Try again to add your changes.");
    if (error.status == 422 && error.fields.size() == 1 && error.fields.first().code == "wrong_code"_L1)
        return tr("This code is wrong or has expired.");
    if (error.status == 422)
        return tr("Fix the highlighted fields.");
    if (error.status == 429)
        return tr("Too many attempts. Try again in %n second(s).", nullptr,
                  int(std::max<qint64>(1, error.retryAfter.count())));
    if (error.status == 501)
        return tr("This server does not support this feature.");
    if (error.status >= 500)
        return tr("The server reported an error. If it happens again, report request %1.").arg(error.requestId);
    return error.detail;
}

QString Feedback::fieldSentence(const FieldError &error)
{
    if (error.code == "required"_L1 || error.code == "too_short"_L1)
        return tr("Fill in this field.");
    if (error.code == "too_long"_L1)
        return tr("This value is too long.");
    if (error.code == "malformed"_L1 || error.code == "pattern"_L1)
        return malformedSentence(error.pointer);
    if (error.code == "wrong_code"_L1 || error.code == "wrong_token"_L1)
        return tr("This code is wrong or has expired.");
    if (error.code == "weak"_L1)
        return tr("This password is too easy to guess.");
    if (error.code == "wrong_password"_L1)
        return tr("Wrong password.");
    if (error.code == "wrong_credentials"_L1)
        return tr("Wrong user name or password.");
    if (error.code == "address_refused"_L1 || error.code == "not_allowed"_L1)
        return tr("This value is not allowed.");
    if (error.code == "private_address"_L1)
        return tr("This server does not connect to addresses of private networks.");
    if (error.code == "unresolvable"_L1)
        return tr("No computer with this name was found.");
    if (error.code == "unreachable"_L1)
        return tr("The server can't reach this address.");
    if (error.code == "not_onvif"_L1)
        return tr("There is no ONVIF camera at this address.");
    if (error.code == "own_account"_L1)
        return tr("This is your own account.");
    if (error.code == "in_the_past"_L1)
        return tr("Choose a time in the future.");
    if (error.code == "too_large"_L1)
        return tr("This value is too large.");
    if (error.code == "too_small"_L1)
        return tr("This value is too small.");
    if (error.code == "not_found"_L1)
        return tr("This item no longer exists.");
    if (error.code == "crosses_itself"_L1)
        return tr("The outline crosses itself.");
    return error.detail;
}

QString Feedback::malformedSentence(const QString &pointer)
{
    if (pointer == "/email"_L1 || pointer == "/address"_L1 || pointer == "/user"_L1)
        return tr("Enter a valid email address.");
    if (pointer == "/phone"_L1)
        return tr("Enter a valid phone number.");
    if (pointer.endsWith("/country"_L1))
        return tr("Enter a two-letter country code, such as DE or CN.");
    if (pointer == "/source_url"_L1)
        return tr("Enter an address such as %1.").arg("rtsp://192.168.1.20/live"_L1);
    if (pointer == "/target"_L1)
        return tr("Enter an address such as %1.").arg("https://example.org/hook"_L1);
    return tr("Enter a valid value.");
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
