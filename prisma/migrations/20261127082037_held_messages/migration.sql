-- What waits for the customer's next message. A folder of its own, because a new value of a type cannot be used where it is added.
CREATE INDEX "OutboxEntry_held_idx" ON "OutboxEntry"("conversationId", "sequence") WHERE "state" = 'held';
