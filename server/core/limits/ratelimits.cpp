// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/limits/ratelimits.h"

#include <QMap>
#include <QStringList>

#include <cmath>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
const QMap<QString, Rate RateLimits::*> &names()
{
    static const QMap<QString, Rate RateLimits::*> map{
        {u"address"_s, &RateLimits::address}, {u"app"_s, &RateLimits::app},
        {u"user"_s, &RateLimits::user},       {u"sign-in"_s, &RateLimits::signIn},
        {u"code"_s, &RateLimits::code},       {u"registration"_s, &RateLimits::registration},
        {u"reset"_s, &RateLimits::reset},     {u"token"_s, &RateLimits::token},
    };
    return map;
}

[[noreturn]] void fail(const QString &part)
{
    const QStringList known = names().keys();
    throw std::runtime_error(qUtf8Printable(
        u"a rate limit is NAME=RATE/BURST or NAME=off, such as sign-in=0.2/20, not \"%1\"; the names are %2"_s.arg(
            part, known.join(u", "_s))));
}

Rate readRate(const QString &text, const QString &part)
{
    if (text == u"off"_s)
        return {};
    const QStringList numbers = text.split(u'/');
    bool isRate = false;
    bool isBurst = false;
    const Rate rate{numbers.value(0).toDouble(&isRate), numbers.value(1).toLongLong(&isBurst)};
    const bool sane = isRate && isBurst && numbers.size() == 2 && rate.burst >= 1 && rate.burst <= 1'000'000'000
        && std::isfinite(rate.perSecond) && rate.perSecond >= 0.0001 && rate.perSecond <= 1e9;
    if (!sane)
        fail(part);
    return rate;
}
}

Rate RateLimits::of(Limit limit) const
{
    switch (limit) {
    case Limit::None:
        break;
    case Limit::SignIn:
        return signIn;
    case Limit::Code:
        return code;
    case Limit::Registration:
        return registration;
    case Limit::Reset:
        return reset;
    case Limit::Token:
        return token;
    }
    return {};
}

RateLimits RateLimits::parse(const QString &text)
{
    RateLimits limits;
    if (text.isEmpty() || text == u"default"_s)
        return limits;
    if (text == u"off"_s) {
        for (Rate RateLimits::*const rate : names())
            limits.*rate = {};
        return limits;
    }
    for (const QString &part : text.split(u',')) {
        const QString name = part.section(u'=', 0, 0).trimmed();
        if (!names().contains(name))
            fail(part);
        limits.*names()[name] = readRate(part.section(u'=', 1).trimmed(), part);
    }
    return limits;
}
