using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Payments;
using SoraFunctions.Pipeline.Sales;

namespace SoraFunctions.Pipeline.Agents;

/// <summary>Checkouts by agents: kept, changed one call at a time, and paid by a token through Stripe.</summary>
/// <param name="database">Where checkouts are.</param>
/// <param name="accounts">Who is paid.</param>
/// <param name="payments">How.</param>
/// <param name="stock">How much there is.</param>
/// <param name="sales">Where the sale is written down.</param>
/// <param name="time">The clock.</param>
public sealed class AgentCheckouts(
    SoraDatabase database, PaymentAccounts accounts, AgentPayments payments, AgentStock stock, SaleRecorder sales, TimeProvider time)
{
    private static readonly TimeSpan _life = TimeSpan.FromHours(24);

    /// <summary>Begins a checkout; again under the same id shows it.</summary>
    /// <param name="seller">Whose shop.</param>
    /// <param name="id">Under which id.</param>
    /// <param name="state">What is bought.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<AgentSession> Create(Seller seller, string id, CheckoutState state, CancellationToken cancellation)
    {
        if (await Find(seller, id, cancellation) is { } known)
        {
            return await Show(seller, known, cancellation);
        }

        var now = time.GetUtcNow();
        var row = new AgentCheckoutRow
        {
            Id = id, TenantId = seller.Tenant, State = Write(state), Revision = 1, CreatedAt = now, UpdatedAt = now, ExpiresAt = now + _life,
        };
        database.AgentCheckouts.Add(row);
        await database.SaveChangesAsync(cancellation);
        return await Show(seller, row, cancellation);
    }

    /// <summary>Shows a checkout; null when there is none of that id in this shop.</summary>
    /// <param name="seller">Whose shop.</param>
    /// <param name="id">Of the checkout.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<AgentSession?> Get(Seller seller, string id, CancellationToken cancellation) =>
        await Find(seller, id, cancellation) is { } row ? await Show(seller, row, cancellation) : null;

    /// <summary>The orders to be carried out, the newest first: who bought what, and where it goes.</summary>
    /// <param name="seller">Whose shop.</param>
    /// <param name="before">Those that were paid before this instant; null for the newest.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<AgentSession>> Orders(Seller seller, DateTimeOffset? before, int most, CancellationToken cancellation) =>
    [
        .. (await database.AgentCheckouts.AsNoTracking()
            .Where(row => row.TenantId == seller.Tenant && row.PaidAt != null && (before == null || row.PaidAt < before))
            .OrderByDescending(row => row.PaidAt).Take(most).ToListAsync(cancellation)).Select(row => View(seller, row, Read(row), NothingCounted)),
    ];

    /// <summary>Forgets who buys, a week after a checkout that came to nothing and ninety days after an order.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Forget(CancellationToken cancellation)
    {
        var (unpaid, paid) = (time.GetUtcNow() - TimeSpan.FromDays(7), time.GetUtcNow() - TimeSpan.FromDays(90));
        await database.AgentCheckouts.Where(row => (row.PaidAt == null && row.ExpiresAt < unpaid) || row.PaidAt < paid).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Changes a checkout that is still open.</summary>
    /// <param name="seller">Whose shop.</param>
    /// <param name="id">Of the checkout.</param>
    /// <param name="change">What becomes of it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="AgentConflictException">It is open no more, or another call changes it.</exception>
    public async Task<AgentSession?> Change(Seller seller, string id, Func<CheckoutState, CheckoutState> change, CancellationToken cancellation)
    {
        if (await Find(seller, id, cancellation) is not { } row)
        {
            return null;
        }

        var state = Open(row);
        if (state.Paying is not null)
        {
            throw Paying();
        }

        await Keep(row, change(state) with { Declined = null, Asked = null }, cancellation);
        if (state.Asked is { } asked && await accounts.Of(seller.Tenant, cancellation) is { } account)
        {
            // What was asked of the buyer's bank was for what it came to before.
            await payments.Drop(account.Key, asked.Payment, cancellation);
        }

        return await Show(seller, row, cancellation);
    }

    /// <summary>Gives a checkout up.</summary>
    /// <inheritdoc cref="Change"/>
    public Task<AgentSession?> Cancel(Seller seller, string id, CancellationToken cancellation) =>
        Change(seller, id, state => state with { Canceled = true }, cancellation);

    /// <summary>
    /// Pays a checkout with a token that the agent had made for it. A payment that does not go through is said in the session; where the buyer's bank
    /// asks for the buyer, the session says what the agent needs to ask him, and the same call with the bank's proof goes on.
    /// </summary>
    /// <param name="seller">Whose shop.</param>
    /// <param name="id">Of the checkout.</param>
    /// <param name="token">The token.</param>
    /// <param name="proof">What the buyer's bank said; null for nothing.</param>
    /// <param name="change">What the agent says besides.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="AgentConflictException">It is open no more or not ready, the proof is missing, or another call changes it.</exception>
    /// <exception cref="IOException">Stripe can't answer now; the same call may be made again and pays once.</exception>
    public async Task<AgentSession?> Complete(
        Seller seller, string id, string token, AuthenticationProof? proof, Func<CheckoutState, CheckoutState> change, CancellationToken cancellation)
    {
        if (await Find(seller, id, cancellation) is not { } row)
        {
            return null;
        }

        var open = Open(row);
        if (open.Asked is not null && proof is null && open.Paying is null)
        {
            throw new AgentConflictException("requires_3ds", "The buyer's bank asks for the buyer: authentication_result is required.");
        }

        var state = change(open) with { Declined = null };
        var amount = Money.FromMinorUnits(CheckoutView.AmountOf(state, seller.Terms, row.CreatedAt), state.Currency);
        var once = AgentPayments.Once("pay", id, token, amount.ToString(), open.Asked?.Payment ?? "", proof?.TransactionId ?? "");
        if (open.Paying is { } other && other != once)
        {
            throw Paying();
        }

        var ready = open.Paying is not null
            || View(seller, row, state, await stock.Of(seller.Tenant, cancellation)).Status is "ready_for_payment" or "authentication_required";
        if (!ready || await accounts.Of(seller.Tenant, cancellation) is not { } account || (open.Paying is null && !await Reserve(seller, row, state with { Paying = once }, cancellation)))
        {
            await Keep(row, state with { Paying = open.Paying }, cancellation);
            throw new AgentConflictException("not_ready_for_payment", "The checkout is not ready for payment; its messages say what is missing.");
        }

        var outcome = open.Asked is not { } asked ? await payments.Pay(account.Key, id, token, amount, once, state.Evidence.Count > 0 ? state.Evidence[^1].VideoId : null, cancellation)
            : proof!.Holds ? await payments.Confirm(account.Key, asked.Payment, proof, once, cancellation)
            : new PaymentOutcome(Declined: AgentPayments.Declined("payment_declined", "The buyer's bank did not let the payment pass.", "$.authentication_result"));
        await Settle(seller, row, state with { Paying = once }, outcome, account.Key, cancellation);
        return await Show(seller, row, cancellation);
    }

    /// <summary>Finds out how a payment ended whose answer was lost.</summary>
    internal async Task Look(Seller seller, AgentCheckoutRow row, CancellationToken cancellation)
    {
        if (Read(row) is { Paying: not null } state && await accounts.Of(seller.Tenant, cancellation) is { } account)
        {
            var outcome = await payments.Find(account.Key, row.Id, row.CreatedAt, cancellation)
                ?? new PaymentOutcome(Declined: AgentPayments.Declined("payment_declined", "The payment did not reach who takes payments; pay again."));
            await Settle(seller, row, state, outcome, account.Key, cancellation);
        }
    }

    /// <summary>Takes what is bought off the stock and closes the checkout for any other token, both or neither; false when there is not enough.</summary>
    private Task<bool> Reserve(Seller seller, AgentCheckoutRow row, CheckoutState state, CancellationToken cancellation)
    {
        var seen = row.Revision;
        return database.Together(
            async stop =>
            {
                row.Revision = seen;
                if (!await stock.Take(seller.Tenant, state.Lines, stop))
                {
                    return false;
                }

                row.PayingSince = time.GetUtcNow();
                await Keep(row, state, stop);
                return true;
            },
            cancellation);
    }

    private async Task Settle(Seller seller, AgentCheckoutRow row, CheckoutState state, PaymentOutcome outcome, string key, CancellationToken cancellation)
    {
        if (outcome.IsUnderWay)
        {
            return;
        }

        if (outcome.Asked is { } asked && (asked.DirectoryServer.Length == 0 || seller.Terms.Acquirer is null || !state.Authenticates))
        {
            await payments.Drop(key, asked.Payment, cancellation);
            outcome = new PaymentOutcome(Declined: AgentPayments.Declined(
                "requires_3ds", "The payment needs the buyer's own confirmation, which can't be asked for here; take another way to pay."));
        }

        row.PayingSince = null;
        if (outcome.Payment is { } payment)
        {
            // The seller may have changed his terms since: what was taken counts.
            var amount = outcome.Paid ?? Money.FromMinorUnits(CheckoutView.AmountOf(state, seller.Terms, row.CreatedAt), state.Currency);
            await sales.Record(
                seller.Tenant,
                new SaleEvent($"acp:{row.Id}/paid", $"acp:{row.Id}", SaleEventKind.Paid, time.GetUtcNow(), amount)
                {
                    AlsoKnownAs = [$"stripe:{payment}"], Evidence = state.Evidence, DiscountCodes = state.Codes,
                },
                cancellation);
            (row.PaidAt, row.UntoldSince) = (time.GetUtcNow(), time.GetUtcNow());
            await Keep(row, state with { Payment = payment, Paying = null, Asked = null }, cancellation);
            return;
        }

        if (outcome.Asked is null && state.Asked is { } given)
        {
            await payments.Drop(key, given.Payment, cancellation);
        }

        var seen = row.Revision;
        await database.Together(
            async stop =>
            {
                row.Revision = seen;
                await stock.GiveBack(seller.Tenant, state.Lines, stop);
                await Keep(row, state with { Declined = outcome.Declined, Asked = outcome.Asked, Paying = null }, stop);
                return true;
            },
            cancellation);
    }

    private Task<AgentCheckoutRow?> Find(Seller seller, string id, CancellationToken cancellation) =>
        database.AgentCheckouts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Id.StartsWith("checkout_") && row.TenantId == seller.Tenant, cancellation);

    private CheckoutState Open(AgentCheckoutRow row) => Read(row) switch
    {
        { Payment: not null } => throw new AgentConflictException("checkout_completed", "The checkout is completed and can't be changed any more."),
        { Canceled: true } => throw new AgentConflictException("checkout_canceled", "The checkout was canceled and can't be changed any more."),
        { Paying: null } when row.ExpiresAt <= time.GetUtcNow() => throw new AgentConflictException("checkout_expired", "The checkout has expired; begin another."),
        var state => state,
    };

    private async Task Keep(AgentCheckoutRow row, CheckoutState state, CancellationToken cancellation)
    {
        var (json, now, seen) = (Write(state), time.GetUtcNow(), row.Revision);
        if (await database.AgentCheckouts.Where(one => one.Id == row.Id && one.Revision == seen).ExecuteUpdateAsync(
            change => change.SetProperty(one => one.State, json).SetProperty(one => one.Revision, seen + 1)
                .SetProperty(one => one.UpdatedAt, now)
                .SetProperty(one => one.PayingSince, row.PayingSince).SetProperty(one => one.PaidAt, row.PaidAt).SetProperty(one => one.UntoldSince, row.UntoldSince), cancellation) == 0)
        {
            throw new AgentConflictException("checkout_busy", "Another call changes this checkout at the moment. Ask again shortly.");
        }

        (row.State, row.Revision, row.UpdatedAt) = (json, seen + 1, now);
    }

    private static AgentConflictException Paying() =>
        new("payment_in_progress", "A payment of this checkout is under way. Send that call again to learn how it ended; another token can pay only if it failed.");

    private async Task<AgentSession> Show(Seller seller, AgentCheckoutRow row, CancellationToken cancellation) =>
        View(seller, row, Read(row), await stock.Of(seller.Tenant, cancellation));

    private AgentSession View(Seller seller, AgentCheckoutRow row, CheckoutState state, IReadOnlyDictionary<string, int> counted) =>
        CheckoutView.Of(row.Id, state, seller.Terms, counted, row.CreatedAt, row.UpdatedAt, row.ExpiresAt, time.GetUtcNow());

    private static IReadOnlyDictionary<string, int> NothingCounted { get; } = new Dictionary<string, int>();

    private static CheckoutState Read(AgentCheckoutRow row) => JsonSerializer.Deserialize(row.State, AgentStateJson.Default.CheckoutState)!;

    private static string Write(CheckoutState state) => JsonSerializer.Serialize(state, AgentStateJson.Default.CheckoutState);
}
