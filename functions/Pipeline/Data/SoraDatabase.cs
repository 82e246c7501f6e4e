using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace SoraFunctions.Pipeline.Data;

/// <summary>Who calls, what they ordered, and where it leads: everything that must be asked for by more than its id.</summary>
/// <param name="options">The provider: SQLite or PostgreSQL.</param>
public sealed class SoraDatabase(DbContextOptions<SoraDatabase> options) : DbContext(options)
{
    /// <summary>Name of the provider of PostgreSQL, as <see cref="DatabaseFacade.ProviderName"/> gives it.</summary>
    internal const string Postgres = "Npgsql.EntityFrameworkCore.PostgreSQL";

    /// <summary>PostgreSQL's order by bytes. Its databases have the order of a language, in which ids and cursors would not rise.</summary>
    internal const string OrdinalCollation = "C";

    /// <summary>Who calls.</summary>
    public DbSet<TenantRow> Tenants => Set<TenantRow>();

    /// <summary>With what they call.</summary>
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    /// <summary>What they ordered.</summary>
    public DbSet<VideoRow> Videos => Set<VideoRow>();

    /// <summary>The files of each video.</summary>
    public DbSet<VideoFileRow> VideoFiles => Set<VideoFileRow>();

    /// <summary>How far the parts of unfinished videos are.</summary>
    public DbSet<VideoPartRow> VideoParts => Set<VideoPartRow>();

    /// <summary>Which blobs videos were made with.</summary>
    public DbSet<VideoTrailRow> VideoTrails => Set<VideoTrailRow>();

    /// <summary>Answers already given to a request with an <c>Idempotency-Key</c>.</summary>
    public DbSet<IdempotencyRow> Idempotency => Set<IdempotencyRow>();

    /// <summary>Who wants to hear of finished videos.</summary>
    public DbSet<WebhookEndpointRow> WebhookEndpoints => Set<WebhookEndpointRow>();

    /// <summary>What they were told, and whether they heard.</summary>
    public DbSet<WebhookDeliveryRow> WebhookDeliveries => Set<WebhookDeliveryRow>();

    /// <summary>Tracked links.</summary>
    public DbSet<CommerceLinkRow> CommerceLinks => Set<CommerceLinkRow>();

    /// <summary>Visits through them.</summary>
    public DbSet<ClickRow> Clicks => Set<ClickRow>();

    /// <summary>What visitors of a day are told apart with.</summary>
    public DbSet<DailySaltRow> DailySalts => Set<DailySaltRow>();

    /// <summary>Other servers that render shots of tenants.</summary>
    public DbSet<RemoteRow> Remotes => Set<RemoteRow>();

    /// <summary>What was used, and its price.</summary>
    public DbSet<UsageRow> Usage => Set<UsageRow>();

    /// <summary>What tenants have set, and what they may have.</summary>
    public DbSet<TenantSettingRow> TenantSettings => Set<TenantSettingRow>();

    /// <summary>What was ordered in days and months.</summary>
    public DbSet<QuotaUseRow> QuotaUses => Set<QuotaUseRow>();

    /// <summary>What callers have sent of late, where several machines answer them.</summary>
    public DbSet<RequestRateRow> RequestRates => Set<RequestRateRow>();

    /// <summary>Those machines.</summary>
    public DbSet<MachineRow> Machines => Set<MachineRow>();

    /// <summary>Which rendition carries which mark.</summary>
    public DbSet<WatermarkRow> Watermarks => Set<WatermarkRow>();

    /// <summary>The manifests of renditions.</summary>
    public DbSet<ManifestRow> Manifests => Set<ManifestRow>();

    /// <summary>What people decide about.</summary>
    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();

    /// <summary>What must be shown to have been done.</summary>
    public DbSet<AuditRow> Audits => Set<AuditRow>();

    /// <summary>How each rendition looks.</summary>
    public DbSet<FingerprintRow> Fingerprints => Set<FingerprintRow>();

    /// <summary>What was sold, as it was told.</summary>
    public DbSet<SaleEventRow> SaleEvents => Set<SaleEventRow>();

    /// <summary>What it comes to, order by order.</summary>
    public DbSet<SaleOrderRow> SaleOrders => Set<SaleOrderRow>();

    /// <summary>The names of orders.</summary>
    public DbSet<SaleNameRow> SaleNames => Set<SaleNameRow>();

    /// <summary>Whose orders are counted.</summary>
    public DbSet<SaleBookRow> SaleBooks => Set<SaleBookRow>();

    /// <summary>How often videos were played.</summary>
    public DbSet<PlayRow> Plays => Set<PlayRow>();

    /// <summary>What was paid to have them shown.</summary>
    public DbSet<AdSpendRow> AdSpends => Set<AdSpendRow>();

    /// <summary>Accounts at Stripe.</summary>
    public DbSet<PaymentAccountRow> PaymentAccounts => Set<PaymentAccountRow>();

    /// <summary>Payment links that were made there.</summary>
    public DbSet<PaymentLinkRow> PaymentLinks => Set<PaymentLinkRow>();

    /// <summary>Who sells through agents.</summary>
    public DbSet<AgentSellerRow> AgentSellers => Set<AgentSellerRow>();

    /// <summary>What agents buy.</summary>
    public DbSet<AgentCheckoutRow> AgentCheckouts => Set<AgentCheckoutRow>();

    /// <summary>How many there are of what agents may buy.</summary>
    public DbSet<AgentStockRow> AgentStocks => Set<AgentStockRow>();

    /// <summary>Likenesses that tenants keep.</summary>
    public DbSet<CharacterRow> Characters => Set<CharacterRow>();

    /// <summary>Who has a share in revenue.</summary>
    public DbSet<RevenueShareRow> RevenueShares => Set<RevenueShareRow>();

    /// <summary>Who owns characters, works and marks.</summary>
    public DbSet<RightsHolderRow> RightsHolders => Set<RightsHolderRow>();

    /// <summary>Who may show them.</summary>
    public DbSet<GrantRow> Grants => Set<GrantRow>();

    /// <summary>Which videos do.</summary>
    public DbSet<GrantUseRow> GrantUses => Set<GrantUseRow>();

    /// <summary>Shops that have installed the app.</summary>
    public DbSet<ShopRow> Shops => Set<ShopRow>();

    /// <summary>What they told.</summary>
    public DbSet<ShopDeliveryRow> ShopDeliveries => Set<ShopDeliveryRow>();

    /// <summary>Their products.</summary>
    public DbSet<ShopProductRow> ShopProducts => Set<ShopProductRow>();

    /// <summary>Videos on the pages of those.</summary>
    public DbSet<ShopPublicationRow> ShopPublications => Set<ShopPublicationRow>();

    /// <summary>What shops were told of their videos' results.</summary>
    public DbSet<ShopResultRow> ShopResults => Set<ShopResultRow>();

    /// <summary>Campaigns.</summary>
    public DbSet<CampaignRow> Campaigns => Set<CampaignRow>();

    /// <summary>Their runs.</summary>
    public DbSet<CampaignRunRow> CampaignRuns => Set<CampaignRunRow>();

    /// <summary>The cells of those.</summary>
    public DbSet<CampaignCellRow> CampaignCells => Set<CampaignCellRow>();

    /// <summary>Videos that their audience changes.</summary>
    public DbSet<ShowRow> Shows => Set<ShowRow>();

    /// <summary>What those audiences want.</summary>
    public DbSet<ShowVoteRow> ShowVotes => Set<ShowVoteRow>();

    /// <summary>
    /// Does several things together, all or none. Where PostgreSQL's connection breaks off they are done again from the beginning, which a transaction that
    /// is begun by hand is not.
    /// </summary>
    /// <param name="things">Does them; false undoes them.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>What they gave.</returns>
    public Task<bool> Together(Func<CancellationToken, Task<bool>> things, CancellationToken cancellation) => Database.CreateExecutionStrategy().ExecuteAsync(
        async stop =>
        {
            await using var transaction = await Database.BeginTransactionAsync(stop);
            var done = await things(stop);
            if (done)
            {
                await transaction.CommitAsync(stop);
            }

            return done;
        },
        cancellation);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<TenantRow>().HasKey(row => row.Id);
        model.Entity<ApiKeyRow>(key =>
        {
            key.HasKey(row => row.Id);
            key.HasIndex(row => row.Hash).IsUnique();
            key.HasIndex(row => row.TenantId);
        });
        model.Entity<VideoRow>(video =>
        {
            video.HasKey(row => row.Id);
            video.HasIndex(row => new { row.TenantId, row.CreatedAt, row.Id });
            video.HasIndex(row => new { row.TenantId, row.Id });
            video.HasIndex(row => row.Status);
        });
        model.Entity<VideoFileRow>().HasKey(row => new { row.VideoId, row.Channel, row.Name });
        model.Entity<VideoPartRow>().HasKey(row => new { row.VideoId, row.Part });
        model.Entity<VideoTrailRow>(trail =>
        {
            trail.HasKey(row => new { row.VideoId, row.Step });
            trail.HasIndex(row => row.TenantId);
        });
        model.Entity<IdempotencyRow>(answer =>
        {
            answer.HasKey(row => new { row.TenantId, row.Key });
            answer.HasIndex(row => new { row.TenantId, row.CreatedAt });
        });
        model.Entity<WebhookEndpointRow>(endpoint =>
        {
            endpoint.HasKey(row => row.Id);
            endpoint.HasIndex(row => row.TenantId);
        });
        model.Entity<WebhookDeliveryRow>(delivery =>
        {
            delivery.HasKey(row => row.Id);
            delivery.HasIndex(row => row.EndpointId);
        });
        model.Entity<CommerceLinkRow>(link =>
        {
            link.HasKey(row => row.Code);
            link.HasIndex(row => row.VideoId);
            link.HasIndex(row => row.TenantId);
        });
        model.Entity<SaleEventRow>(sale =>
        {
            sale.HasKey(row => new { row.TenantId, row.Id, row.Hash });
            sale.HasIndex(row => new { row.TenantId, row.At });
            sale.HasIndex(row => new { row.TenantId, row.Order });
        });
        model.Entity<SaleOrderRow>(order =>
        {
            order.HasKey(row => new { row.TenantId, row.Order });
            order.HasIndex(row => new { row.TenantId, row.PaidAt });
        });
        model.Entity<SaleNameRow>(name =>
        {
            name.HasKey(row => new { row.TenantId, row.Name });
            name.HasIndex(row => new { row.TenantId, row.Order });
        });
        model.Entity<SaleBookRow>().HasKey(row => row.TenantId);
        model.Entity<PlayRow>(play =>
        {
            play.HasKey(row => new { row.VideoId, row.Channel, row.Day, row.Event });
            play.HasIndex(row => new { row.TenantId, row.Day });
        });
        model.Entity<AdSpendRow>(spend =>
        {
            spend.HasKey(row => row.Id);
            spend.HasIndex(row => new { row.TenantId, row.Day });
        });
        model.Entity<PaymentAccountRow>().HasKey(row => row.TenantId);
        model.Entity<PaymentLinkRow>(link =>
        {
            link.HasKey(row => row.Id);
            link.HasIndex(row => new { row.TenantId, row.VideoId, row.Channel });
            link.HasIndex(row => row.ExpiresAt);
        });
        model.Entity<AgentSellerRow>(seller =>
        {
            seller.HasKey(row => row.TenantId);
            seller.HasIndex(row => row.TokenHash).IsUnique();
        });
        model.Entity<AgentCheckoutRow>(checkout =>
        {
            checkout.HasKey(row => row.Id);
            checkout.HasIndex(row => new { row.TenantId, row.PaidAt });
            checkout.HasIndex(row => row.ExpiresAt);
            checkout.HasIndex(row => row.UntoldSince);
            checkout.HasIndex(row => row.PayingSince);
        });
        model.Entity<CharacterRow>().HasIndex(row => row.TenantId);
        model.Entity<AgentStockRow>().HasKey(row => new { row.TenantId, row.Item });
        model.Entity<RevenueShareRow>().HasKey(row => new { row.TenantId, row.Since });
        model.Entity<RemoteRow>().HasKey(row => new { row.TenantId, row.Name });
        model.Entity<UsageRow>(usage =>
        {
            usage.HasKey(row => row.Id);
            usage.HasIndex(row => new { row.TenantId, row.At });
            usage.HasIndex(row => new { row.TenantId, row.Day });
            usage.Property(row => row.Stage).HasDefaultValue("render");
            usage.Property(row => row.Day).HasDefaultValue("");
            usage.Property(row => row.Pixels).HasDefaultValue(0L);
            usage.Property(row => row.WorkMilliseconds).HasDefaultValue(0L);
            usage.Property(row => row.GpuMilliseconds).HasDefaultValue(0L);
            usage.Property(row => row.Tokens).HasDefaultValue(0L);
            usage.Property(row => row.Bytes).HasDefaultValue(0L);
            usage.Property(row => row.ByteDays).HasDefaultValue(0L);
        });
        model.Entity<TenantSettingRow>().HasKey(row => row.TenantId);
        model.Entity<QuotaUseRow>().HasKey(row => new { row.TenantId, row.Period });
        model.Entity<RequestRateRow>().HasKey(row => row.Party);
        model.Entity<MachineRow>().HasKey(row => row.Id);
        model.Entity<WatermarkRow>(mark =>
        {
            mark.HasKey(row => new { row.Mark, row.VideoId, row.Channel });
            mark.HasIndex(row => row.Sha256);
        });
        model.Entity<ManifestRow>(manifest =>
        {
            manifest.HasKey(row => row.Label);
            manifest.HasIndex(row => row.VideoId);
        });
        model.Entity<AuditRow>(audit =>
        {
            audit.HasKey(row => new { row.TenantId, row.Number });
            audit.HasIndex(row => new { row.TenantId, row.Kind, row.Subject }).IsUnique();
            audit.HasIndex(row => row.KeepUntil);
        });
        model.Entity<ReviewRow>(review =>
        {
            review.HasKey(row => row.Id);
            review.HasIndex(row => new { row.TenantId, row.Status, row.Id });
            review.HasIndex(row => new { row.TenantId, row.RequestSha256 });
            review.Property(row => row.Revision).IsConcurrencyToken();
        });
        model.Entity<FingerprintRow>(fingerprint =>
        {
            fingerprint.HasKey(row => row.Id);
            fingerprint.HasIndex(row => new { row.VideoId, row.Channel }).IsUnique();
        });
        ShopModel.Add(model);
        CampaignModel.Add(model);
        ShowModel.Add(model);
        RightsModel.Add(model);
        model.Entity<DailySaltRow>().HasKey(row => row.Day);
        model.Entity<ClickRow>(click =>
        {
            click.HasKey(row => row.Id);
            click.HasIndex(row => new { row.Code, row.At });
        });
    }

    /// <summary>
    /// Times are kept as ticks of UTC and texts are ordered by their bytes, so that every provider orders and compares them alike.
    /// </summary>
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        if (Database.ProviderName == Postgres)
        {
            conventions.Properties<string>().UseCollation(OrdinalCollation);
        }
    }
}
