// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/streamfailure.h"

using namespace Qt::StringLiterals;

StreamFailure StreamFailure::notReachable()
{
    return {CameraState::Offline, u"Not reachable: check the address and that the camera is on"_s};
}

StreamFailure StreamFailure::wrongCredentials()
{
    return {CameraState::Error, u"Wrong credentials: check the user name and the password"_s};
}

StreamFailure StreamFailure::notAStream()
{
    return {CameraState::Error, u"Not a stream: check the path and the format"_s};
}
