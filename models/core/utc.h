// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

namespace Times {
/// UTC as an argument of QDateTime's functions. Qt 6.5 deprecates the time specification that Qt 6.4 requires.
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
inline constexpr auto utc = Qt::UTC;
#else
inline constexpr auto utc = QTimeZone::UTC;
#endif
}
