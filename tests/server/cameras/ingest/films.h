// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

/// Films of a moving test picture, made by ffmpeg, as sources of a camera.
class Films
{
public:
    /// Makes a film with the arguments of ffmpeg for its output, such as a codec and filters. The kind of file follows
    /// from the name. Returns its path, or an empty text if ffmpeg fails.
    QString make(const QString &name, const QStringList &arguments, int seconds = 20) const;
    /// Copies a film by `arguments`, which come before and after its name.
    QString copy(const QString &film, const QString &name, const QStringList &before,
                 const QStringList &after = {}) const;
    /// Returns one film of several in H.264, or of several `.mjpeg` files, which follow each other in one stream.
    QString join(const QStringList &films, const QString &name) const;

    /// Returns the first picture of a film as ffmpeg shows it: upright.
    QImage firstPicture(const QString &film) const;

    /// Returns arguments for H.264 with 10 frames per second and a key frame each `keyFrames` frames. `filters` are
    /// applied after the picture was scaled.
    static QStringList h264(const QString &size, const QString &filters = {},
                            const QString &keyFrames = QStringLiteral("10"));

private:
    QTemporaryDir m_folder;
};
