using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>The first schema: what databases have that were made before there were migrations.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration(Name)]
internal sealed class M1First : SoraMigration
{
    /// <summary>Name in the history.</summary>
    public const string Name = "20261121000000_First";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        Callers(migration);
        Videos(migration);
        Webhooks(migration);
        Links(migration);
    }

    private void Callers(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Tenants",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                Name = table.Column<string>(collation: Ordinal),
                CreatedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Tenants", row => row.Id));
        migration.CreateTable(
            "ApiKeys",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                Hash = table.Column<string>(collation: Ordinal),
                Hint = table.Column<string>(collation: Ordinal),
                CreatedAt = table.Column<long>(),
                RevokedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_ApiKeys", row => row.Id));
        migration.CreateIndex("IX_ApiKeys_Hash", "ApiKeys", "Hash", unique: true);
        migration.CreateTable(
            "Idempotency",
            table => new
            {
                TenantId = table.Column<string>(collation: Ordinal),
                Key = table.Column<string>(collation: Ordinal),
                RequestHash = table.Column<string>(collation: Ordinal),
                Status = table.Column<int>(),
                Body = table.Column<string>(collation: Ordinal),
                CreatedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Idempotency", row => new { row.TenantId, row.Key }));
        migration.CreateIndex("IX_Idempotency_TenantId_CreatedAt", "Idempotency", ["TenantId", "CreatedAt"]);
    }

    private void Videos(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Videos",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                Model = table.Column<string>(collation: Ordinal),
                Status = table.Column<int>(),
                Progress = table.Column<int>(),
                CreatedAt = table.Column<long>(),
                CompletedAt = table.Column<long>(nullable: true),
                Prompt = table.Column<string>(nullable: true, collation: Ordinal),
                Size = table.Column<string>(collation: Ordinal),
                MainChannel = table.Column<string>(collation: Ordinal),
                Seconds = table.Column<decimal>(),
                RemixedFrom = table.Column<string>(nullable: true, collation: Ordinal),
                ErrorCode = table.Column<string>(nullable: true, collation: Ordinal),
                ErrorMessage = table.Column<string>(nullable: true, collation: Ordinal),
                Request = table.Column<string>(collation: Ordinal),
                Warnings = table.Column<string>(collation: Ordinal),
                Metadata = table.Column<string>(collation: Ordinal),
                LinkCode = table.Column<string>(nullable: true, collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_Videos", row => row.Id));
        migration.CreateIndex("IX_Videos_TenantId_CreatedAt_Id", "Videos", ["TenantId", "CreatedAt", "Id"]);
        migration.CreateIndex("IX_Videos_TenantId_Id", "Videos", ["TenantId", "Id"]);
        migration.CreateIndex("IX_Videos_Status", "Videos", "Status");
        migration.CreateTable(
            "VideoFiles",
            table => new
            {
                VideoId = table.Column<string>(collation: Ordinal),
                Channel = table.Column<string>(collation: Ordinal),
                Name = table.Column<string>(collation: Ordinal),
                Path = table.Column<string>(collation: Ordinal),
                Sha256 = table.Column<string>(collation: Ordinal),
                Length = table.Column<long>(),
                MediaType = table.Column<string>(collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_VideoFiles", row => new { row.VideoId, row.Channel, row.Name }));
    }

    private void Webhooks(MigrationBuilder migration)
    {
        migration.CreateTable(
            "WebhookEndpoints",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                Url = table.Column<string>(collation: Ordinal),
                Name = table.Column<string>(collation: Ordinal),
                Events = table.Column<string>(collation: Ordinal),
                Secret = table.Column<string>(collation: Ordinal),
                OldSecret = table.Column<string>(nullable: true, collation: Ordinal),
                OldSecretExpiresAt = table.Column<long>(nullable: true),
                DisabledAt = table.Column<long>(nullable: true),
                CreatedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_WebhookEndpoints", row => row.Id));
        migration.CreateIndex("IX_WebhookEndpoints_TenantId", "WebhookEndpoints", "TenantId");
        migration.CreateTable(
            "WebhookDeliveries",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                EndpointId = table.Column<string>(collation: Ordinal),
                Type = table.Column<string>(collation: Ordinal),
                Payload = table.Column<string>(collation: Ordinal),
                CreatedAt = table.Column<long>(),
                Attempts = table.Column<int>(),
                LastStatus = table.Column<int>(),
                DeliveredAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_WebhookDeliveries", row => row.Id));
        migration.CreateIndex("IX_WebhookDeliveries_EndpointId", "WebhookDeliveries", "EndpointId");
    }

    private void Links(MigrationBuilder migration)
    {
        migration.CreateTable(
            "CommerceLinks",
            table => new
            {
                Code = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                VideoId = table.Column<string>(collation: Ordinal),
                Destination = table.Column<string>(collation: Ordinal),
                CreatedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_CommerceLinks", row => row.Code));
        migration.CreateIndex("IX_CommerceLinks_VideoId", "CommerceLinks", "VideoId");
        migration.CreateTable(
            "Clicks",
            table => new
            {
                Id = table.Column<long>().Annotation("Sqlite:Autoincrement", true),
                Code = table.Column<string>(collation: Ordinal),
                At = table.Column<long>(),
                Bot = table.Column<bool>(),
                Visitor = table.Column<string>(collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_Clicks", row => row.Id));
        migration.CreateIndex("IX_Clicks_Code_At", "Clicks", ["Code", "At"]);
        if (OnPostgres)
        {
            // Its provider's own annotation would need its package here.
            migration.Sql("""ALTER TABLE "Clicks" ALTER COLUMN "Id" ADD GENERATED BY DEFAULT AS IDENTITY""");
        }
    }
}
