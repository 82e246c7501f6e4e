namespace SoraFunctions.Azure.Tests.Campaigns;

public sealed class CampaignRunOnSqliteTests : CampaignRunTests
{
    public override async Task InitializeAsync() => Host = await CampaignHost.Start();
}
