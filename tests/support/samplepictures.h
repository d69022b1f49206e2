// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

/// Pictures from Debian packages. scripts/setup installs the packages.
namespace SamplePictures {

/// Returns the path of a portrait of a serious person, a JPEG of 512 by 512 pixels.
inline QString serious() { return QStringLiteral("/usr/share/doc/facedetect/examples/grace_hopper_512x512.jpg"); }

/// Returns the path of a picture without a face, a JPEG.
inline QString ice()
{
    return QStringLiteral("/usr/share/doc/facedetect/examples/640px-IceBlockNearJoekullsarlon.jpg");
}

/// Returns the path of a portrait of a smiling person, a PNG of 512 by 512 pixels.
inline QString smiling()
{
    const QString imageio = QStringLiteral("/usr/lib/python3/dist-packages/imageio/resources/images/astronaut.png");
    const QString skimage = QStringLiteral("/usr/lib/python3/dist-packages/skimage/data/astronaut.png");
    return QFile::exists(imageio) ? imageio : skimage;
}
}
