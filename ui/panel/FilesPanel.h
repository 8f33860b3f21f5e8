#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace vitrine {

class BlobReader;
class ConversationPresenter;
struct FileEntry;

// Files that were handed over and files that code made, each with a way to save it.
class FilesPanel final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilesPanel)

public:
    FilesPanel(ConversationPresenter &presenter, const BlobReader &blobs, QWidget *parent = nullptr);

signals:
    void failed(const QString &sentence);

private:
    void rebuild();
    void addRow(const FileEntry &file);

    ConversationPresenter &m_presenter;
    const BlobReader &m_blobs;
    QVBoxLayout *m_column;
};

} // namespace vitrine
