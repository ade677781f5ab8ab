# %% [markdown]
# # Learn how neural networks learn
#
# Here are a hundred points, and a network of 337 numbers that is to tell the orange ones from the blue ones. Nobody
# shows it how. Click on the picture, hold **Shift** and press **Enter**: then it can learn, but first it asks you for a
# guess.

# %% jupyter={"source_hidden": true}
from micrograd_lab import live

live.predict(
    live.first(),
    question="Each step asks all 337 numbers: which way should you move? "
    "How many such questions until every point is right?",
    options=["3,000", "30,000", "3 million"],
    outcome="30,000",
    lesson="00",
    name="first minute",
    tried=lambda view: view.done,
    then="Press 'let it learn', and wait until every point is right.",
    answers={
        "3,000": "That would be 9 steps of 337 questions each. It took 85.",
        "30,000": "28,645: 85 steps, and in each every number is asked once.",
        "3 million": "85 steps were enough, since each answer says which way.",
    },
)

# %% [markdown]
# You will write every line of that: one question, asked of one number after the other. The lessons below go on from
# here.
#
# In each lesson you say first what will happen, then you see it happen, then you write it. A lesson you bring to life
# as a whole: choose *Run*, then *Run All Cells*, and each view waits for your prediction. Everything works without a
# network connection, and what you predict stays on this machine.
