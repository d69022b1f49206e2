// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/services.h"

using namespace Qt::StringLiterals;

namespace {

Route planned(Method method, const QString &path, const Access &caller, QStringView tag, const QString &summary)
{
    return {.method = method, .path = path, .caller = caller, .tag = tag, .summary = summary};
}

RouteTable analysis()
{
    return {
        planned(Method::Post, u"/device-modes/preview"_s, Callers::user(Scope::ModesRead), u"Device modes",
                u"Evaluate a mode on recorded video"_s),
    };
}
}

RouteTable plannedRoutes() { return analysis(); }
