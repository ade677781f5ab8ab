# %% [markdown]
# # Learn how neural networks learn
#
# Open a lesson. In each you say first what will happen, then drag a slider and see it happen.
#
# A cell is a piece of text or code. Click into one and press **Shift+Enter** to run it and go on to the next. To
# start a lesson, choose *Run*, then *Run All Cells*: the views come alive, and each waits for your prediction.
#
# Everything works without a network connection. What you predict stays on this machine.
