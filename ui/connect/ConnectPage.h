#pragma once

#include "backend/ConnectionBackend.h"
#include "models/ModelGroup.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace vitrine {

class ConnectChoices;
class ConnectForm;
class ConnectModels;

// The page on which a person connects a model, over the whole window. First what can be connected, then the form of one provider, then
// its models. Esc goes one step back and closes the first; while a server is asked it stops that. Lives on the interface thread.
class ConnectPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectPage)

public:
    // The backend outlives the page.
    ConnectPage(ConnectionBackend &backend, QWidget *parent);
    ~ConnectPage() override;

    // Shows the first step, over its parent. Only now the usual ports of this machine are asked.
    void open();
    void close(); // forgets what was typed
    ConnectChoices &choices() { return *m_choices; }
    ConnectForm &form() { return *m_form; }
    ConnectModels &models() { return *m_models; }

signals:
    void closed();
    // A model of a saved connection; the page is closed then.
    void chosen(const vitrine::ModelChoice &choice);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum class Step { Choices, Form, Models };

    void build();
    QScrollArea *scrolled(QWidget *content, int width);
    void connectChoices();
    Step step() const;
    void go(Step step);
    void back();
    void mainAction();
    void showFocus();
    // Whoever asks gets a new context; the answer to what was asked before is dropped.
    QObject *newCall();
    void stop();

    void loadList();
    void look();
    void openForm(const QString &preset);
    void openKeyForm(const QString &name);
    void test();
    void saveKey(const Connection &connection);
    void connectLocal(const LocalServer &server);
    void localFailed(const LocalServer &server, const Error &error);
    void refresh(const QString &name);
    void remove(const QString &name);
    void showModels(const ConnectedModels &connected, bool saved);
    void useModel(const QString &model);
    void finish(const QString &connection, const QString &model);

    ConnectionBackend &m_backend;
    QLabel *m_title;
    QStackedWidget *m_stack;
    ConnectChoices *m_choices;
    ConnectForm *m_form;
    ConnectModels *m_models;
    QList<ConnectedModels> m_connected;
    Connection m_tested;        // whose models are shown
    bool m_testedIsSaved = false;
    QObject *m_call = nullptr;
};

} // namespace vitrine
