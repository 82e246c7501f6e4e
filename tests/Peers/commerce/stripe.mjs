// Judges signed events with Stripe's own library, and signs one for us to judge.
// Usage: node stripe.mjs, with CASES: {secret, events: [{header, body}]}. One JSON object on the output.
import Stripe from 'stripe';

const { secret, events } = JSON.parse(process.env.CASES);
const judged = events.map(({ header, body }) => {
  try {
    return { id: Stripe.webhooks.constructEvent(body, header, secret).id };
  } catch (error) {
    return { error: error.type };
  }
});

const payload = '{"id":"evt_1","object":"event","data":{"object":{"id":"cs_1"}}}';
console.log(JSON.stringify({ events: judged, signed: { payload, header: Stripe.webhooks.generateTestHeaderString({ payload, secret }) } }));
