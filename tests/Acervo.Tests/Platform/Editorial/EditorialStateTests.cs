using Acervo.Platform.Data;
using Acervo.Platform.Editorial;
using Acervo.Ui.Parts;

namespace Acervo.Tests.Platform.Editorial;

/// <summary>The rules of the editorial table by themselves.</summary>
public sealed class EditorialStateTests
{
    private const int Author = 1;
    private const int Reviewer = 2;
    private const int Publisher = 3;

    private static readonly DateTime Now = new(2026, 3, 2, 15, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Every_stage_has_a_look_that_says_its_word() => Assert.All(Enum.GetValues<Stage>(),
        stage => Assert.Equal(stage.Spanish(), StateLook.Of(stage.ToString()).Text));

    [Fact]
    public void An_approval_is_void_when_one_letter_changes()
    {
        var state = Approved("texto");

        var refused = Assert.Throws<RuleException>(() => state.Publish(Publisher, false, "texto.", Now));

        Assert.Equal("El texto cambió después de aprobarse. Debe volver a revisión.", refused.Message);
        Assert.Equal(Stage.Approved, state.Stage);
    }

    [Theory]
    [InlineData(Author)]
    [InlineData(Reviewer)]
    public void Publishing_takes_a_second_person(int by) => Assert.Throws<RuleException>(() => Approved("x").Publish(by, by == Author, "x", Now));

    [Fact]
    public void A_forced_act_needs_a_reason_and_stays_flagged_until_another_confirms()
    {
        var state = Approved("x");
        Assert.Throws<RuleException>(() => state.Force(Reviewer, false, "porque sí", "x", Now));

        state.Force(Reviewer, false, "Hay una urgencia y nadie más está de turno hoy.", "x", Now);

        Assert.True(state.NeedsConfirmation);
        Assert.Throws<RuleException>(() => state.Confirm(Reviewer));
        state.Confirm(Publisher);
        Assert.False(state.NeedsConfirmation);
    }

    [Fact]
    public void What_is_scheduled_is_not_published_before_its_hour()
    {
        var state = Approved("x");
        state.Schedule(Publisher, false, "x", Now.AddHours(2), Now);

        Assert.Throws<RuleException>(() => state.Publish(Publisher, false, "x", Now.AddHours(1)));
        state.Publish(Publisher, false, "x", Now.AddHours(2));

        Assert.Equal(Stage.Published, state.Stage);
    }

    [Fact]
    public void A_published_record_cannot_be_approved_again_without_a_new_round()
    {
        var state = Approved("x");
        state.Publish(Publisher, false, "x", Now);

        Assert.Throws<RuleException>(() => state.Approve(Reviewer, "x", Now));
        Assert.Throws<RuleException>(() => state.Claim(Reviewer, false, Now));
    }

    [Fact]
    public void A_kind_says_which_state_may_follow_which()
    {
        var state = new EditorialState { Moves = new EditorialMoves(EditorialMoves.TwoPersons.All.Where(move => move.To != Stage.Scheduled).ToHashSet()) };
        state.Start(Now);
        state.Submit(Now);
        state.Claim(Reviewer, false, Now);
        state.Approve(Reviewer, "x", Now);

        var refused = Assert.Throws<RuleException>(() => state.Schedule(Publisher, false, "x", Now.AddHours(2), Now));

        Assert.Equal("Su estado es «Aprobada»: desde ahí no puede pasar a «Programada».", refused.Message);
        state.Publish(Publisher, false, "x", Now);
        Assert.Equal(Stage.Published, state.Stage);
    }

    private static EditorialState Approved(string text)
    {
        var state = new EditorialState();
        state.Start(Now);
        state.Submit(Now);
        state.Claim(Reviewer, false, Now);
        state.Approve(Reviewer, text, Now);
        return state;
    }
}
