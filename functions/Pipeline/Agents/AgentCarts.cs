using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Agents;

/// <summary>Carts of agents: kept for a week beside the checkouts, never paid.</summary>
/// <param name="database">Where they are.</param>
/// <param name="stock">How much there is.</param>
/// <param name="time">The clock.</param>
public sealed class AgentCarts(SoraDatabase database, AgentStock stock, TimeProvider time)
{
    private static readonly TimeSpan _life = TimeSpan.FromDays(7);

    /// <summary>Begins a cart; again under the same id shows it.</summary>
    /// <param name="seller">Whose shop.</param>
    /// <param name="id">Under which id.</param>
    /// <param name="state">What is in it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<AgentCart> Create(Seller seller, string id, CheckoutState state, CancellationToken cancellation)
    {
        if (await Get(seller, id, cancellation) is { } known)
        {
            return known;
        }

        var now = time.GetUtcNow();
        var row = new AgentCheckoutRow
        {
            Id = id, TenantId = seller.Tenant, State = Write(state), Revision = 1, CreatedAt = now, UpdatedAt = now, ExpiresAt = now + _life,
        };
        database.AgentCheckouts.Add(row);
        await database.SaveChangesAsync(cancellation);
        return await Show(seller, row, state, cancellation);
    }

    /// <summary>Shows a cart; null when there is none of that id in this shop.</summary>
    /// <param name="seller">Whose shop.</param>
    /// <param name="id">Of the cart.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<AgentCart?> Get(Seller seller, string id, CancellationToken cancellation) =>
        await Find(seller, id, cancellation) is { } row ? await Show(seller, row, Read(row), cancellation) : null;

    /// <summary>Puts other things into a cart.</summary>
    /// <param name="seller">Whose shop.</param>
    /// <param name="id">Of the cart.</param>
    /// <param name="change">What becomes of it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="AgentConflictException">Another call changes it.</exception>
    public async Task<AgentCart?> Replace(Seller seller, string id, Func<CheckoutState, CheckoutState> change, CancellationToken cancellation)
    {
        if (await Find(seller, id, cancellation) is not { } row)
        {
            return null;
        }

        var state = change(Read(row));
        var (json, now) = (Write(state), time.GetUtcNow());
        return await database.AgentCheckouts.Where(one => one.Id == id && one.Revision == row.Revision).ExecuteUpdateAsync(
            one => one.SetProperty(cart => cart.State, json).SetProperty(cart => cart.Revision, cart => cart.Revision + 1).SetProperty(cart => cart.UpdatedAt, now),
            cancellation) == 1
            ? await Show(seller, row, state, cancellation)
            : throw new AgentConflictException("cart_busy", "Another call changes this cart at the moment. Ask again shortly.");
    }

    /// <summary>Removes a cart; gives it as it was.</summary>
    /// <param name="seller">Whose shop.</param>
    /// <param name="id">Of the cart.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<AgentCart?> Cancel(Seller seller, string id, CancellationToken cancellation)
    {
        var shown = await Get(seller, id, cancellation);
        await database.AgentCheckouts.Where(row => shown != null && row.Id == id && row.TenantId == seller.Tenant).ExecuteDeleteAsync(cancellation);
        return shown;
    }

    private async Task<AgentCart> Show(Seller seller, AgentCheckoutRow row, CheckoutState state, CancellationToken cancellation) =>
        CheckoutView.CartOf(row.Id, state, await stock.Of(seller.Tenant, cancellation), row.ExpiresAt);

    private Task<AgentCheckoutRow?> Find(Seller seller, string id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return database.AgentCheckouts.AsNoTracking().FirstOrDefaultAsync(
            row => row.Id == id && row.Id.StartsWith("cart_") && row.TenantId == seller.Tenant && row.ExpiresAt > now, cancellation);
    }

    private static CheckoutState Read(AgentCheckoutRow row) => JsonSerializer.Deserialize(row.State, AgentStateJson.Default.CheckoutState)!;

    private static string Write(CheckoutState state) => JsonSerializer.Serialize(state, AgentStateJson.Default.CheckoutState);
}
