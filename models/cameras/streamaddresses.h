// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/devicestreams.h"

/// All addresses of a device's pictures and of their analysis, signed for the caller.
class StreamAddresses : public DeviceStreams
{
    Q_GADGET
    Q_CLASSINFO("meta.doc", "What the analysis sees, as server-sent events in step with the video.")
    Q_PROPERTY(QString meta MEMBER meta DESIGNABLE false)

public:
    QString meta;
};
