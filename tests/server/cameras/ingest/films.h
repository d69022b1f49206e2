// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

/// Creates films of a moving test picture with ffmpeg. Tests use the films as the sources of cameras.
class Films
{
public:
    /// Creates a film. `arguments` are ffmpeg's options for the output, such as a codec and filters. The extension of
    /// the name selects the file format. Returns the path, or an empty text if ffmpeg fails.
    QString make(const QString &name, const QStringList &arguments, int seconds = 20) const;
    /// Copies a film with ffmpeg. `before` and `after` are its options before and after the input. Returns the path of
    /// the copy.
    QString copy(const QString &film, const QString &name, const QStringList &before,
                 const QStringList &after = {}) const;
    /// Joins several H.264 films, or several `.mjpeg` files, to one stream. Returns the path of the result.
    QString join(const QStringList &films, const QString &name) const;

    /// Returns the first picture of a film, upright, as decoded by ffmpeg.
    QImage firstPicture(const QString &film) const;

    /// Returns arguments for H.264 with 10 frames per second and a key frame every `keyFrames` frames. `filters` are
    /// applied after the picture is scaled.
    static QStringList h264(const QString &size, const QString &filters = {},
                            const QString &keyFrames = QStringLiteral("10"));

private:
    QTemporaryDir m_folder;
};
