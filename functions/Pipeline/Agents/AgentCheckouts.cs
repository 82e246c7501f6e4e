using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
/// <param name="stripe">Who takes the payment.</param>
/// <param name="sales">Where the sale is written down.</param>
/// <param name="time">The clock.</param>
public sealed class AgentCheckouts(SoraDatabase database, PaymentAccounts accounts, StripeClient stripe, SaleRecorder sales, TimeProvider time)
{
    /// <summary>Tokens of agents are taken by this version of Stripe's API.</summary>
    private const string TokenVersion = "2026-04-22.preview";

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
            return Show(seller, known);
        }

        var now = time.GetUtcNow();
        var row = new AgentCheckoutRow
        {
            Id = id, TenantId = seller.Tenant, State = Write(state), Revision = 1, CreatedAt = now, UpdatedAt = now, ExpiresAt = now + _life,
        };
        database.AgentCheckouts.Add(row);
        await database.SaveChangesAsync(cancellation);
        return Show(seller, row);
    }

    /// <summary>Shows a checkout; null when there is none of that id in this shop.</summary>
    /// <param name="seller">Whose shop.</param>
    /// <param name="id">Of the checkout.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<AgentSession?> Get(Seller seller, string id, CancellationToken cancellation) =>
        await Find(seller, id, cancellation) is { } row ? Show(seller, row) : null;

    /// <summary>The orders to be carried out, the newest first: who bought what, and where it goes.</summary>
    /// <param name="seller">Whose shop.</param>
    /// <param name="before">Those that were paid before this instant; null for the newest.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<AgentSession>> Orders(Seller seller, DateTimeOffset? before, int most, CancellationToken cancellation) =>
    [
        .. (await database.AgentCheckouts.AsNoTracking()
            .Where(row => row.TenantId == seller.Tenant && row.PaidAt != null && (before == null || row.PaidAt < before))
            .OrderByDescending(row => row.PaidAt).Take(most).ToListAsync(cancellation)).Select(row => Show(seller, row)),
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

        await Keep(row, change(state) with { Declined = null }, cancellation);
        return Show(seller, row);
    }

    /// <summary>Gives a checkout up.</summary>
    /// <inheritdoc cref="Change"/>
    public Task<AgentSession?> Cancel(Seller seller, string id, CancellationToken cancellation) =>
        Change(seller, id, state => state with { Canceled = true }, cancellation);

    /// <summary>Pays a checkout with a token that the agent had made for it. A payment that does not go through is said in the session.</summary>
    /// <param name="seller">Whose shop.</param>
    /// <param name="id">Of the checkout.</param>
    /// <param name="token">The token.</param>
    /// <param name="change">What the agent says besides.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="AgentConflictException">It is open no more or not ready, or another call changes it.</exception>
    /// <exception cref="IOException">Stripe can't answer now; the same call may be made again and pays once.</exception>
    public async Task<AgentSession?> Complete(
        Seller seller, string id, string token, Func<CheckoutState, CheckoutState> change, CancellationToken cancellation)
    {
        if (await Find(seller, id, cancellation) is not { } row)
        {
            return null;
        }

        var open = Open(row);
        var state = change(open) with { Declined = null };
        var amount = Money.FromMinorUnits(CheckoutView.AmountOf(state, seller.Terms), state.Currency);
        var once = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"pay\n{id}\n{token}\n{amount}")));
        if (open.Paying is { } other && other != once)
        {
            throw Paying();
        }

        if ((open.Paying is null && Show(seller, row, state).Status != "ready_for_payment") || await accounts.Of(seller.Tenant, cancellation) is not { } account)
        {
            await Keep(row, state, cancellation);
            throw new AgentConflictException("not_ready_for_payment", "The checkout is not ready for payment; its messages say what is missing.");
        }

        // From here on another token would pay a second time.
        await Keep(row, state with { Paying = once }, cancellation);
        var paid = await Pay(account.Key, id, token, amount, once, state, cancellation);
        state = paid.Payment is null ? state with { Declined = paid.Declined, Paying = null } : state with { Payment = paid.Payment, Paying = null };
        if (state.Payment is { } payment)
        {
            await sales.Record(
                seller.Tenant,
                new SaleEvent($"acp:{id}/paid", $"acp:{id}", SaleEventKind.Paid, time.GetUtcNow(), amount) { AlsoKnownAs = [$"stripe:{payment}"], Evidence = state.Evidence },
                cancellation);
            (row.PaidAt, row.UntoldSince) = (time.GetUtcNow(), time.GetUtcNow());
        }

        await Keep(row, state, cancellation);
        return Show(seller, row);
    }

    private async Task<(string? Payment, AgentMessage? Declined)> Pay(
        string key, string id, string token, Money amount, string once, CheckoutState state, CancellationToken cancellation)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("amount", Commerce.Stripe.StripeAmount.Of(amount).ToString(CultureInfo.InvariantCulture)),
            new("currency", amount.Currency.ToLowerInvariant()),
            new("confirm", "true"),
            new("payment_method_data[shared_payment_granted_token]", token),
            new("metadata[checkout]", id),
        ];
        if (state.Evidence.Count > 0)
        {
            fields.Add(new("metadata[video]", state.Evidence[^1].VideoId));
        }

        try
        {
            var made = await stripe.Post(key, "/v1/payment_intents", fields, once, cancellation, TokenVersion);
            return Text(made, "status") == "succeeded" && Text(made, "id") is { } payment
                ? (payment, null)
                : (null, Declined("requires_3ds", "The payment needs the buyer's own confirmation, which this seller can't ask for; take another way to pay."));
        }
        catch (StripeException refusal)
        {
            return (null, Declined("payment_declined", refusal.Message));
        }
    }

    private static AgentMessage Declined(string code, string content) =>
        new() { Type = "error", Code = code, Resolution = "requires_buyer_input", Param = "$.payment_data", Content = content };

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private Task<AgentCheckoutRow?> Find(Seller seller, string id, CancellationToken cancellation) =>
        database.AgentCheckouts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.TenantId == seller.Tenant, cancellation);

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
                .SetProperty(one => one.PaidAt, row.PaidAt).SetProperty(one => one.UntoldSince, row.UntoldSince), cancellation) == 0)
        {
            throw new AgentConflictException("checkout_busy", "Another call changes this checkout at the moment. Ask again shortly.");
        }

        (row.State, row.Revision, row.UpdatedAt) = (json, seen + 1, now);
    }

    private static AgentConflictException Paying() =>
        new("payment_in_progress", "A payment of this checkout is under way. Send that call again to learn how it ended; another token can pay only if it failed.");

    private AgentSession Show(Seller seller, AgentCheckoutRow row) => Show(seller, row, Read(row));

    private AgentSession Show(Seller seller, AgentCheckoutRow row, CheckoutState state) =>
        CheckoutView.Of(row.Id, state, seller.Terms, row.CreatedAt, row.UpdatedAt, row.ExpiresAt, time.GetUtcNow());

    private static CheckoutState Read(AgentCheckoutRow row) => JsonSerializer.Deserialize(row.State, AgentStateJson.Default.CheckoutState)!;

    private static string Write(CheckoutState state) => JsonSerializer.Serialize(state, AgentStateJson.Default.CheckoutState);
}
