// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQmlIntegration/qqmlintegration.h>

/// The state of a page's content. In QML: `LoadState.Loading` and so on.
namespace LoadState {
Q_NAMESPACE
QML_ELEMENT

enum Value {
    Loading, ///< the server has not answered yet
    Empty, ///< the server answered with nothing
    Ready,
    Failed, ///< nothing to show; `errorText` says why
};
Q_ENUM_NS(Value)
}
