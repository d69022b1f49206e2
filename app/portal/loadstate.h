// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQmlIntegration/qqmlintegration.h>

/// What a page has to show: in QML `LoadState.Loading` and so on.
namespace LoadState {
Q_NAMESPACE
QML_ELEMENT

enum Value {
    Loading, ///< nothing yet
    Empty, ///< the server answered, and there is nothing
    Ready,
    Failed, ///< nothing to show, and `errorText` says why
};
Q_ENUM_NS(Value)
}
