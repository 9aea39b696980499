package cz.koplan.memberpage;

import com.vaadin.flow.i18n.I18NProvider;
import cz.koplan.groups.MemberId;
import cz.koplan.invitations.Participation;
import cz.koplan.invitations.ParticipationService;
import cz.koplan.meetings.Voice;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.situation.OrganisationPageService;
import cz.koplan.situation.StillValidService;
import cz.koplan.updates.UpdateId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organisation's own page beside the page of a meeting: what it said, what became of it, what waits for it. */
@Controller
@RequestMapping({"/m/{token}/organisation", "/meetings/{meeting:\\d{1,18}}/part/organisation"})
class OrganisationController {

    private static final int AT_A_TIME = 20;
    private static final int MOST = 500;

    private final ParticipationService participations;
    private final OrganisationPageService organisations;
    private final StillValidService stillValid;
    private final I18NProvider words;

    OrganisationController(
            ParticipationService participations,
            OrganisationPageService organisations,
            StillValidService stillValid,
            I18NProvider words) {
        this.participations = participations;
        this.organisations = organisations;
        this.stillValid = stillValid;
        this.words = words;
    }

    @ModelAttribute("door")
    Door door(HttpServletRequest request, @PathVariable Map<String, String> variables) {
        return Door.of(request, variables);
    }

    /** @param shown how many updates; a link under them asks for more */
    @GetMapping
    ModelAndView show(
            @ModelAttribute("door") Door door,
            @RequestParam long member,
            @RequestParam(defaultValue = "" + AT_A_TIME) int shown,
            @RequestParam(required = false) @Nullable Boolean held,
            HttpServletRequest request) {
        Participation part = participations.page(door.meeting());
        Voice voice = part.voices().stream()
                .filter(one -> one.member().value() == member && one.organisation() != null)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("member"));
        OrganisationId id = Objects.requireNonNull(voice.organisation());
        int limit = Math.clamp(shown, 1, MOST);
        Speech say = new Speech(words, Speech.locale(door.lang() != null ? door.lang() : part.language(), request));
        return new ModelAndView("member/organisation")
                .addObject("door", door)
                .addObject("say", say)
                .addObject("member", member)
                .addObject("organisation", organisations.page(id))
                .addObject("said", new SaidWords(say))
                .addObject("updates", organisations.updates(id, 0, limit))
                .addObject("count", organisations.countUpdates(id))
                .addObject("more", Math.min(limit + AT_A_TIME, MOST))
                .addObject(
                        "thanks",
                        held == null
                                ? List.of()
                                : List.of(say.text(
                                        held ? "situation.stillValid.confirmed" : "situation.stillValid.noted")));
    }

    /** Answers whether an update still holds. */
    @PostMapping("/still-valid")
    ModelAndView answer(
            @ModelAttribute("door") Door door,
            @RequestParam long member,
            @RequestParam long update,
            @RequestParam boolean holds) {
        String page = door.at("/organisation", member);
        if (!holds) {
            stillValid.end(new MemberId(member), new UpdateId(update));
            return MemberPageController.seeOther(page + "&held=false");
        }
        try {
            stillValid.confirm(new MemberId(member), new UpdateId(update));
            return MemberPageController.seeOther(page + "&held=true");
        } catch (InvalidInputException e) {
            // A colleague has just said that it no longer holds, as the page shows.
            return MemberPageController.seeOther(page);
        }
    }

    /** What a browser asks for when it opens again the address to which the answer was sent. */
    @GetMapping("/still-valid")
    ModelAndView again(@ModelAttribute("door") Door door) {
        return MemberPageController.seeOther(door.path());
    }
}
